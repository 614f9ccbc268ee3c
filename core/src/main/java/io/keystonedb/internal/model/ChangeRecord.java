package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A record of a stream; the service calls it {@code Record}, as Java does something else.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">Record</a>
 */
public record ChangeRecord(
    @Nullable String eventID,
    @Nullable String eventName,
    @Nullable String eventVersion,
    @Nullable String eventSource,
    @Nullable String awsRegion,
    @Nullable StreamRecord dynamodb,
    @Nullable Identity userIdentity) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ChangeRecord.class,
          Member.optional("eventID", Shapes.TEXT),
          Member.optional("eventName", Shapes.TEXT),
          Member.optional("eventVersion", Shapes.TEXT),
          Member.optional("eventSource", Shapes.TEXT),
          Member.optional("awsRegion", Shapes.TEXT),
          Member.optional("dynamodb", StreamRecord.SHAPE),
          Member.optional("userIdentity", Identity.SHAPE));
}
