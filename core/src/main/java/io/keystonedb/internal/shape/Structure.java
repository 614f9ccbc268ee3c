package io.keystonedb.internal.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structure of the service and the record that holds it: the members stand in the order of the
 * record's components and have their names.
 *
 * <p>This is the one place of the engine that uses reflection (see ADR 2): it makes records and
 * reads their components, so that no operation writes such code by hand. Thread-safe.
 */
public final class Structure implements Shape {
  private final Class<? extends Record> type;
  private final List<Member> members;
  private final Constructor<?> constructor;
  private final Method[] accessors;

  private Structure(Class<? extends Record> type, List<Member> members, int nativeParts) {
    this.type = type;
    this.members = members;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameterTypes = new Class<?>[components.length];
    accessors = new Method[components.length];
    int parts = components.length - nativeParts;
    for (int i = 0; i < components.length; i++) {
      parameterTypes[i] = components[i].getType();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
      if (i < parts) {
        check(members, i, components[i].getName());
      }
    }
    check(members, parts, null);
    try {
      constructor = type.getDeclaredConstructor(parameterTypes);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its canonical constructor: " + type, e);
    }
  }

  private void check(List<Member> members, int index, @Nullable String component) {
    String member = index < members.size() ? members.get(index).name() : null;
    // Only the first letters may differ: component sseSpecification, member SSESpecification.
    if (member == null ? component != null : !member.equalsIgnoreCase(component)) {
      throw new IllegalArgumentException(
          type.getName() + ": member " + member + " stands where component " + component + " is");
    }
  }

  /**
   * A structure held by a record.
   *
   * @throws IllegalArgumentException if members and components don't match one by one
   */
  public static Structure of(Class<? extends Record> type, Member... members) {
    return new Structure(type, List.of(members), 0);
  }

  /**
   * A structure held by a record that has one component more, its last, for what only the native
   * API can say.
   *
   * @throws IllegalArgumentException if members and the other components don't match one by one
   */
  public static Structure withNativePart(Class<? extends Record> type, Member... members) {
    return new Structure(type, List.of(members), 1);
  }

  /** The service's name of the structure: the record's own, such as {@code KeySchemaElement}. */
  public String name() {
    return type.getSimpleName();
  }

  /** The members, in the order of the record's components. */
  public List<Member> members() {
    return members;
  }

  /**
   * Makes the record from the values of its members, in their order; absent ones are null, and so
   * is a part of the native API.
   */
  public Record create(@Nullable Object[] values) {
    try {
      return (Record) constructor.newInstance(Arrays.copyOf(values, accessors.length));
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  /** The value of a member of a record of this structure, or null if it is absent. */
  public @Nullable Object get(Record record, int index) {
    try {
      return accessors[index].invoke(record);
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + members.get(index) + " of " + type, e);
    }
  }

  private static RuntimeException unchecked(InvocationTargetException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    return new IllegalStateException(e.getCause());
  }

  @Override
  public String toString() {
    return "Structure[" + name() + "]";
  }
}
