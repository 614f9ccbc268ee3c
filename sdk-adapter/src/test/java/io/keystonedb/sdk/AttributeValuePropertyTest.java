package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Random items survive the way into the SDK and back. */
class AttributeValuePropertyTest {
  private static final int CASES = 300;

  @Test
  void whatGoesToTheSdkComesBackEqual() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      Item item = item(random, 0);

      // Through a builder, because that is what makes the SDK's own copy.
      Map<String, AttributeValue> sdkItem =
          GetItemResponse.builder().item(AttributeValueWriter.writeItem(item)).build().item();

      assertThat(AttributeValueReader.readItem(sdkItem).get())
          .as("replay with -Dseed=%d", seed)
          .isEqualTo(item);
    }
  }

  private static Item item(Random random, int level) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      attributes.put("a" + random.nextInt(100), value(random, level));
    }
    return Item.copyOf(attributes);
  }

  private static Value value(Random random, int level) {
    int kinds = level < 4 ? 10 : 8;
    return switch (random.nextInt(kinds)) {
      case 0 -> Value.string(text(random));
      case 1 -> Value.number(random.nextLong());
      case 2 -> Value.number(random.nextInt(1_000_000) + "." + random.nextInt(1_000_000));
      case 3 -> Value.binary(text(random).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case 4 -> Value.bool(random.nextBoolean());
      case 5 -> Value.nul();
      case 6 -> Value.stringSet("x" + text(random), "y");
      case 7 -> Value.numberSet(random.nextInt(10), 10 + random.nextInt(10));
      case 8 -> Value.list(values(random, level + 1));
      default -> Value.map(item(random, level + 1));
    };
  }

  private static List<Value> values(Random random, int level) {
    List<Value> values = new ArrayList<>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      values.add(value(random, level));
    }
    return values;
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(20), 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
