package io.keystonedb.sdk.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * A member of the SDK's shapes, by the service's name for it. It is looked up once per class of
 * shapes. In a shape that has no such member, because the SDK in use is older than it, it is never
 * set. Thread-safe.
 *
 * <p>Do not get idempotency tokens with it: the SDK makes one up where none is set.
 */
public final class SdkMember {
  private final String name;
  private final ConcurrentHashMap<Class<?>, Found> found = new ConcurrentHashMap<>();

  /** What was looked up last: most members are asked of shapes of one class. */
  private volatile @Nullable Found last;

  /**
   * The member in shapes of one class.
   *
   * @param field null if they do not have it
   */
  private record Found(Class<?> type, @Nullable SdkField<?> field) {}

  /** The member of that name. */
  public SdkMember(String name) {
    this.name = name;
  }

  /** The value, or null if it is not set. */
  public @Nullable Object get(SdkPojo shape) {
    SdkField<?> field = field(shape);
    Object value = field == null ? null : field.getValueOrDefault(shape);
    return value == null || UnsetValues.isUnset(value) ? null : value;
  }

  /** Whether it is set. */
  public boolean isSet(SdkPojo shape) {
    return get(shape) != null;
  }

  /** The value of a string, or null if it is not set. */
  public @Nullable String string(SdkPojo shape) {
    return (String) get(shape);
  }

  /** The value of an integer, or 0 if it is not set. */
  public int integer(SdkPojo shape) {
    Object value = get(shape);
    return value == null ? 0 : (Integer) value;
  }

  /** The value of a structure, or null if it is not set. */
  public @Nullable SdkPojo structure(SdkPojo shape) {
    return (SdkPojo) get(shape);
  }

  /** The value of a list of structures; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public List<SdkPojo> structures(SdkPojo shape) {
    Object value = get(shape);
    return value == null ? List.of() : (List<SdkPojo>) value;
  }

  /** The value of an item or key, or null if it is not set. */
  @SuppressWarnings("unchecked")
  public @Nullable Map<String, AttributeValue> item(SdkPojo shape) {
    return (Map<String, AttributeValue>) get(shape);
  }

  /** The value of a list of items or keys; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public List<Map<String, AttributeValue>> items(SdkPojo shape) {
    Object value = get(shape);
    return value == null ? List.of() : (List<Map<String, AttributeValue>>) value;
  }

  /** The value of a map of whatever; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> map(SdkPojo shape) {
    Object value = get(shape);
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** The value of a map from tables to lists of items; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public Map<String, List<Map<String, AttributeValue>>> itemsByTable(SdkPojo shape) {
    Object value = get(shape);
    return value == null ? Map.of() : (Map<String, List<Map<String, AttributeValue>>>) value;
  }

  /** Whether the shape has the member, set or not. */
  public boolean isKnownTo(SdkPojo shape) {
    return field(shape) != null;
  }

  /** A copy of a shape with a value for the member; the shape itself if it has no such member. */
  @SuppressWarnings("unchecked")
  public <T extends SdkPojo> T with(T shape, Object value) {
    if (!isKnownTo(shape)) {
      return shape;
    }
    SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) shape).toBuilder();
    set(builder, value);
    return (T) ((Buildable) builder).build();
  }

  /** Sets the member of a builder, if it has the member. */
  public void set(SdkPojo builder, Object value) {
    SdkField<?> field = field(builder);
    if (field != null) {
      field.set(builder, value);
    }
  }

  private @Nullable SdkField<?> field(SdkPojo shape) {
    Found known = last;
    if (known == null || known.type != shape.getClass()) {
      known = found.computeIfAbsent(shape.getClass(), type -> new Found(type, find(shape)));
      last = known;
    }
    return known.field;
  }

  private @Nullable SdkField<?> find(SdkPojo shape) {
    for (SdkField<?> field : shape.sdkFields()) {
      if (field.memberName().equals(name)) {
        return field;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return name;
  }
}
