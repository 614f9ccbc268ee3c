package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item or key. In answers it may be one that is echoed as it was read. */
final class ItemMapping implements ShapeMapping {
  static final ItemMapping INSTANCE = new ItemMapping();

  private ItemMapping() {}

  @Override
  @SuppressWarnings("unchecked")
  public Object toRecord(Object sdkValue, String attribute) {
    return AttributeValueReader.readItem((Map<String, AttributeValue>) sdkValue);
  }

  @Override
  public Object toSdk(Object recordValue) {
    Object item = recordValue instanceof Decoded<?> decoded ? decoded.get() : recordValue;
    return AttributeValueWriter.writeItem((Item) item);
  }
}
