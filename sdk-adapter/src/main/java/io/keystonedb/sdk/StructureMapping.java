package io.keystonedb.sdk;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.sdk.support.UnsetValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * A structure: an SDK shape on one side, a record on the other, matched member by member by name.
 *
 * <p>The match is made when the first such shape comes by, so that shapes that are not used cost
 * nothing. Members the SDK in use does not know yet stay out of its answers.
 */
final class StructureMapping implements ShapeMapping {
  private final Structure structure;
  private final String operation;
  private final String path;
  private final @Nullable Supplier<SdkPojo> builder;

  /** Found out on first use; threads that race for it find the same. */
  private volatile Slot @Nullable [] slots;

  /**
   * A mapping.
   *
   * @param operation the operation it belongs to, for errors
   * @param path where in the request, for errors; empty for the request itself
   * @param builder makes builders of the SDK shape; null if {@link #write} is given one
   */
  StructureMapping(
      Structure structure, String operation, String path, @Nullable Supplier<SdkPojo> builder) {
    this.structure = structure;
    this.operation = operation;
    this.path = path;
    this.builder = builder;
  }

  @Override
  public Object toRecord(Object sdkValue, String attribute) {
    return toRecord((SdkPojo) sdkValue);
  }

  /**
   * The record of a shape.
   *
   * @throws KeystoneException if the user set something the engine has no member for
   */
  Record toRecord(SdkPojo shape) {
    @Nullable Object[] values = new @Nullable Object[structure.members().size()];
    for (Slot slot : slots(shape)) {
      Object value = slot.field.getValueOrDefault(shape);
      if (value == null || UnsetValues.isUnset(value)) {
        continue;
      }
      if (slot.mapping == null) {
        throw KeystoneException.validation(
            "KeystoneDB does not support " + slot.path + " of " + operation + " yet");
      }
      values[slot.index] = slot.mapping.toRecord(value, slot.name);
    }
    return structure.create(values);
  }

  @Override
  public Object toSdk(Object recordValue) {
    SdkPojo shape = Objects.requireNonNull(builder, "builder").get();
    write((Record) recordValue, shape);
    return ((Buildable) shape).build();
  }

  /** Sets the members of a builder that the record has. */
  void write(Record record, SdkPojo shape) {
    for (Slot slot : slots(shape)) {
      if (slot.mapping != null) {
        Object value = structure.get(record, slot.index);
        if (value != null) {
          slot.field.set(shape, slot.mapping.toSdk(value));
        }
      }
    }
  }

  private Slot[] slots(SdkPojo shape) {
    Slot[] resolved = slots;
    if (resolved == null) {
      resolved = resolve(shape.sdkFields());
      slots = resolved;
    }
    return resolved;
  }

  private Slot[] resolve(List<SdkField<?>> fields) {
    List<Slot> resolved = new ArrayList<>(fields.size());
    for (SdkField<?> field : fields) {
      int index = indexOf(field.locationName());
      // A token that the SDK itself makes up if there is none is nothing the user asked for.
      if (index >= 0 || !field.containsTrait(DefaultValueTrait.class)) {
        resolved.add(slot(field, index));
      }
    }
    return resolved.toArray(new Slot[0]);
  }

  private Slot slot(SdkField<?> field, int index) {
    String name = field.locationName();
    String fieldPath = path.isEmpty() ? name : path + "." + name;
    if (index < 0) {
      return new Slot(field, index, name, fieldPath, null);
    }
    ShapeMapping mapping =
        ShapeMapping.of(structure.members().get(index).shape(), field, operation, fieldPath);
    return new Slot(field, index, name, fieldPath, mapping);
  }

  private int indexOf(String name) {
    List<Member> members = structure.members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * One member of the SDK shape.
   *
   * @param index its place in the record
   * @param mapping null if the engine does not know the member
   */
  private record Slot(
      SdkField<?> field, int index, String name, String path, @Nullable ShapeMapping mapping) {}
}
