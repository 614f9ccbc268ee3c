package io.keystonedb.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** A global secondary index, inside {@link Table}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface GlobalIndex {
  /** The name. */
  String name();

  /** The one to four partition key attributes, in the notation of {@link Table}. */
  String[] partitionKey();

  /** The up to four sort key attributes, in the notation of {@link Table}. */
  String[] sortKey() default {};

  /** Which attributes the index has; {@link #include} makes it {@code INCLUDE}. */
  ProjectionType projection() default ProjectionType.ALL;

  /** Attributes that the index has beside the keys. */
  String[] include() default {};
}
