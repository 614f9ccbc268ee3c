package io.keystonedb.junit5;

import io.keystonedb.migration.DiscrepancyKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A discrepancy that is known and does not fail a {@link DualWrite} test. All that is said must
 * hold, and something must be said. It has no effect where tests do not write to two sides.
 *
 * <p>On a method it must occur in that test; on a class it may occur in any of its tests and those
 * of nested classes, and must in one. One that no longer occurs is a failure too: of the test, or
 * of the class if all its tests ran and passed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExpectDiscrepancy.Repeated.class)
public @interface ExpectDiscrepancy {
  /** What is different; any of these. */
  DiscrepancyKind[] kind() default {};

  /**
   * The operation that shows it, {@code Query} for example; {@code Comparison} for the comparison
   * of all tables at the end of a test.
   */
  String operation() default "";

  /** The table it is about. */
  String table() default "";

  /**
   * A path as in {@link io.keystonedb.migration.ComparisonRules.Builder#ignore}; the discrepancy
   * must consist of differences there and nowhere else.
   */
  String path() default "";

  /** Why it is so; reports say it. */
  String because();

  /** Several of them on one element; the compiler writes it. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Repeated {
    /** The annotations. */
    ExpectDiscrepancy[] value();
  }
}
