package io.keystonedb.sdk;

import io.keystonedb.Item;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as the SDK's builders take it. They copy every map they get with {@link #forEach}, so the
 * values are made on the way and no other map is needed in between.
 */
final class SdkItem extends AbstractMap<String, AttributeValue> {
  private final Item item;

  SdkItem(Item item) {
    this.item = item;
  }

  @Override
  public int size() {
    return item.size();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super AttributeValue> action) {
    int size = item.size();
    for (int i = 0; i < size; i++) {
      action.accept(item.nameAt(i), AttributeValueWriter.write(item.valueAt(i)));
    }
  }

  @Override
  public Set<Entry<String, AttributeValue>> entrySet() {
    Map<String, AttributeValue> copy = new LinkedHashMap<>();
    forEach(copy::put);
    return copy.entrySet();
  }
}
