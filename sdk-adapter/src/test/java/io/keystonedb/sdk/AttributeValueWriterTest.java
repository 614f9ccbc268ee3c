package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributeValueWriterTest {

  @Test
  void writesWhatTheReaderReads() {
    Item item =
        Item.builder()
            .value("s", Value.string("text"))
            .value("n", Value.number("-1.5"))
            .value("b", Value.binary(new byte[] {1, 2}))
            .value("bool", Value.bool(true))
            .value("nul", Value.nul())
            .value("l", Value.list(Value.string("x"), Value.list()))
            .value("m", Value.map(Map.of("k", Value.map(Map.of()))))
            .value("ss", Value.stringSet("b", "a"))
            .value("ns", Value.numberSet(2, 1))
            .value("bs", Value.binarySet(new byte[] {2}, new byte[] {1}))
            .build();

    Map<String, AttributeValue> written = AttributeValueWriter.writeItem(item);

    assertThat(AttributeValueReader.readItem(written).get()).isEqualTo(item);
    assertThat(written.keySet()).containsExactlyElementsOf(item.keySet());
  }

  @Test
  void writesValuesThatEqualTheSdksOwn() {
    assertThat(AttributeValueWriter.write(Value.number(7)))
        .isEqualTo(AttributeValue.builder().n("7").build());
    assertThat(AttributeValueWriter.write(Value.binary(new byte[] {1})))
        .isEqualTo(AttributeValue.builder().b(SdkBytes.fromByteArray(new byte[] {1})).build());
  }

  @Test
  void writesSetsInOrder() {
    assertThat(AttributeValueWriter.write(Value.stringSet("b", "a")).ss())
        .containsExactly("a", "b");
    assertThat(AttributeValueWriter.write(Value.numberSet("10", "9")).ns())
        .containsExactly("9", "10");
    assertThat(AttributeValueWriter.write(Value.binarySet(new byte[] {2}, new byte[] {1})).bs())
        .containsExactly(
            SdkBytes.fromByteArray(new byte[] {1}), SdkBytes.fromByteArray(new byte[] {2}));
  }

  @Test
  void marksEmptyListsAndMapsAsPresent() {
    AttributeValue list = AttributeValueWriter.write(Value.list(List.of()));
    AttributeValue map = AttributeValueWriter.write(Value.map(Map.of()));

    assertThat(list.hasL()).isTrue();
    assertThat(list.hasM()).isFalse();
    assertThat(map.hasM()).isTrue();
  }
}
