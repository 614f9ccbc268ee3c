package io.keystonedb.sdk.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * A member of the SDK's shapes, by the service's name for it. It is looked up once per class of
 * shapes. In a shape that has no such member, because the SDK in use is older than it, it is never
 * set. Thread-safe.
 *
 * <p>Not for idempotency tokens: the SDK makes one up where none is set.
 */
public final class SdkMember {
  private final String name;
  private final ConcurrentHashMap<Class<?>, Optional<SdkField<?>>> fields =
      new ConcurrentHashMap<>();

  /** The member of that name. */
  public SdkMember(String name) {
    this.name = name;
  }

  /** The value, or null if it is not set. */
  public @Nullable Object get(SdkPojo shape) {
    Optional<SdkField<?>> field = field(shape);
    Object value = field.isPresent() ? field.get().getValueOrDefault(shape) : null;
    return value instanceof SdkAutoConstructMap || value instanceof SdkAutoConstructList
        ? null
        : value;
  }

  /** The value of a string, or null if it is not set. */
  public @Nullable String string(SdkPojo shape) {
    return (String) get(shape);
  }

  /** The value of an integer, or 0 if it is not set. */
  public int integer(SdkPojo shape) {
    return get(shape) instanceof Integer integer ? integer : 0;
  }

  /** The value of a structure, or null if it is not set. */
  public @Nullable SdkPojo structure(SdkPojo shape) {
    return (SdkPojo) get(shape);
  }

  /** The value of a list of structures; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public List<SdkPojo> structures(SdkPojo shape) {
    return get(shape) instanceof List<?> list ? (List<SdkPojo>) list : List.of();
  }

  /** The value of a map of structures or of lists of structures; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> map(SdkPojo shape) {
    return get(shape) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The value of an item or key, or null if it is not set. */
  @SuppressWarnings("unchecked")
  public @Nullable Map<String, AttributeValue> item(SdkPojo shape) {
    return (Map<String, AttributeValue>) get(shape);
  }

  /** The value of a list of items or keys; empty if it is not set. */
  @SuppressWarnings("unchecked")
  public List<Map<String, AttributeValue>> items(SdkPojo shape) {
    return get(shape) instanceof List<?> list
        ? (List<Map<String, AttributeValue>>) list
        : List.of();
  }

  /** Whether the shape has the member, set or not. */
  public boolean isKnownTo(SdkPojo shape) {
    return field(shape).isPresent();
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
    field(builder).ifPresent(field -> field.set(builder, value));
  }

  private Optional<SdkField<?>> field(SdkPojo shape) {
    Optional<SdkField<?>> field = fields.get(shape.getClass());
    return field == null ? fields.computeIfAbsent(shape.getClass(), type -> find(shape)) : field;
  }

  private Optional<SdkField<?>> find(SdkPojo shape) {
    for (SdkField<?> field : shape.sdkFields()) {
      if (field.memberName().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
