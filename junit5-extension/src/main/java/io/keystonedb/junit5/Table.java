package io.keystonedb.junit5;

import io.keystonedb.StreamView;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table, inside {@link KeystoneDb}.
 *
 * <p>A key attribute is written {@code "name:type"} with the types {@code S} (string), {@code N}
 * (number) and {@code B} (binary). A key of the table without a type is a string. A key of an index
 * without a type must be declared with one elsewhere in the table: as key of the table or of
 * another index. A name that has a colon in it itself needs the type.
 *
 * <pre>{@code
 * @Table(
 *     name = "orders",
 *     partitionKey = "customer",
 *     sortKey = "orderedAt:N",
 *     globalIndexes = @GlobalIndex(name = "byStatus", partitionKey = "status:S", sortKey = "orderedAt"),
 *     ttl = "expiresAt",
 *     stream = StreamView.NEW_AND_OLD_IMAGES)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Table {
  /** The name. */
  String name();

  /** The partition key, as {@code "id"} or {@code "id:N"}. */
  String partitionKey();

  /** The sort key; none if empty. */
  String sortKey() default "";

  /** The global secondary indexes. */
  GlobalIndex[] globalIndexes() default {};

  /** The local secondary indexes. */
  LocalIndex[] localIndexes() default {};

  /** The attribute with the time, in epoch seconds, at which an item expires; none if empty. */
  String ttl() default "";

  /** What the table's stream shows. */
  StreamView stream() default StreamView.NONE;

  /**
   * JSON files with items of this table: an array of items, JSON lines (an export to S3 too), or
   * what {@code aws dynamodb scan} prints. See {@link KeystoneDb#seed} for the rest.
   */
  String[] seed() default {};
}
