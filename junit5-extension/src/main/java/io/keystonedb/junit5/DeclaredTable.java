package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table that a declaration asks for.
 *
 * @param bean the class that its items map to, if known
 * @param seed files with its items
 */
record DeclaredTable(TableDeclaration table, @Nullable Class<?> bean, List<String> seed) {

  static DeclaredTable of(Table annotation, Origin origin) {
    return new DeclaredTable(
        TableAnnotation.read(annotation, origin), null, List.of(annotation.seed()));
  }

  static DeclaredTable of(BeanTable annotation, Origin origin) {
    Class<?> bean = annotation.value();
    Origin inner =
        new Origin(
            origin.testClass(),
            origin.member(),
            origin.declaration() + " @BeanTable(" + bean.getSimpleName() + ".class)");
    return of(
        bean,
        annotation.name(),
        annotation.ttl(),
        annotation.stream(),
        List.of(annotation.seed()),
        inner);
  }

  /**
   * A table for a bean.
   *
   * @param name empty for the one that follows from the class
   */
  static DeclaredTable of(
      Class<?> bean, String name, String ttl, StreamView stream, List<String> seed, Origin origin) {
    String table = name.isEmpty() ? defaultName(bean) : name;
    return new DeclaredTable(Enhanced.declaration(bean, table, ttl, stream, origin), bean, seed);
  }

  /** The rule of Spring Cloud AWS, so that both agree where neither is told. */
  private static String defaultName(Class<?> bean) {
    return bean.getSimpleName().replaceAll("(.)(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
  }

  String name() {
    return table.name();
  }
}
