package io.keystonedb.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the fields that {@link KeystoneDb} speaks of. Stateless. */
final class FieldInjection {
  private FieldInjection() {}

  /** Fields of a class and its superclasses that are set, given that they hold nothing yet. */
  static List<Field> fields(Class<?> type, boolean ofClass) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) == ofClass && isOurs(field)) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static boolean isOurs(Field field) {
    return !Modifier.isFinal(field.getModifiers())
        && !field.isSynthetic()
        && Injectable.of(field.getType()).isPresent()
        && Arrays.stream(field.getAnnotations())
            .map(Annotation::annotationType)
            .allMatch(TableName.class::equals);
  }

  /** The fields that a scope has something for. */
  static List<Field> wanted(List<Field> fields, Scope scope) {
    return fields.stream()
        .filter(field -> field.getType() != URI.class || scope.handle().hasEndpoint())
        .toList();
  }

  /**
   * Sets fields.
   *
   * @param instance null for static fields
   */
  static void inject(List<Field> fields, @Nullable Object instance, Scope scope) {
    for (Field field : wanted(fields, scope)) {
      if (read(field, instance) == null) {
        write(field, instance, value(field, scope));
        if (instance == null) {
          // Nothing may outlive the class, whose database is gone: the class may run once more.
          scope.beforeClose(() -> write(field, null, null));
        }
      }
    }
  }

  private static Object value(Field field, Scope scope) {
    Origin target = new Origin(field.getDeclaringClass(), field.getName(), "@KeystoneDb");
    return Injectable.of(field.getType())
        .orElseThrow()
        .from(scope.handle(), field.getGenericType(), field.getAnnotation(TableName.class), target);
  }

  private static @Nullable Object read(Field field, @Nullable Object instance) {
    try {
      field.setAccessible(true);
      return field.get(instance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  private static void write(Field field, @Nullable Object instance, @Nullable Object value) {
    try {
      field.set(instance, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot set " + field, e);
    }
  }
}
