package io.keystonedb.sdk;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One attribute value. In answers it may be one that is echoed as it was read. */
final class ValueMapping implements ShapeMapping {
  static final ValueMapping INSTANCE = new ValueMapping();

  private ValueMapping() {}

  @Override
  public Object toRecord(Object sdkValue, String attribute) {
    return AttributeValueReader.read((AttributeValue) sdkValue, attribute);
  }

  @Override
  public Object toSdk(Object recordValue) {
    Object value = recordValue instanceof Decoded<?> decoded ? decoded.get() : recordValue;
    return AttributeValueWriter.write((Value) value);
  }
}
