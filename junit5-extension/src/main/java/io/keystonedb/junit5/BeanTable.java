package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table with the schema of a bean class of the SDK's Enhanced client, inside {@link KeystoneDb}:
 * its keys and indexes are those that the class declares with the SDK's annotations. All attributes
 * are projected to indexes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface BeanTable {
  /** A class with {@code @DynamoDbBean} or {@code @DynamoDbImmutable}. */
  Class<?> value();

  /**
   * The name of the table. If empty it is the simple name of the class in lower case with an
   * underscore before each further capital: {@code OrderLine} becomes {@code order_line}.
   */
  String name() default "";

  /** As {@link Table#ttl}. */
  String ttl() default "";

  /** As {@link Table#stream}. */
  StreamView stream() default StreamView.NONE;

  /** As {@link Table#seed}. */
  String[] seed() default {};
}
