package io.keystonedb.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which table an injected {@code DynamoDbTable<T>} or {@code DynamoDbAsyncTable<T>} is. Needed
 * where several tables share the bean {@code T} and where no table was declared for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface TableName {
  /** The name of the table. */
  String value();
}
