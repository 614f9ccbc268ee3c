package io.keystonedb.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** A local secondary index, inside {@link Table}; its partition key is that of the table. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface LocalIndex {
  /** The name. */
  String name();

  /** The sort key, in the notation of {@link Table}. */
  String sortKey();

  /** Which attributes the index has; {@link #include} makes it {@code INCLUDE}. */
  ProjectionType projection() default ProjectionType.ALL;

  /** Attributes that the index has beside the keys. */
  String[] include() default {};
}
