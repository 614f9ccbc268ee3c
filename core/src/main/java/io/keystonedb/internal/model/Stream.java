package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A stream in a list.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Stream.html">Stream</a>
 */
public record Stream(
    @Nullable String streamArn, @Nullable String tableName, @Nullable String streamLabel) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Stream.class,
          Member.optional("StreamArn", Shapes.TEXT),
          Member.optional("TableName", Shapes.TEXT),
          Member.optional("StreamLabel", Shapes.TEXT));
}
