package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html">StreamRecord</a>
 */
public record StreamRecord(
    @Nullable Instant approximateCreationDateTime,
    @Nullable Item keys,
    @Nullable Item newImage,
    @Nullable Item oldImage,
    @Nullable String sequenceNumber,
    @Nullable Long sizeBytes,
    @Nullable String streamViewType) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          StreamRecord.class,
          Member.optional("ApproximateCreationDateTime", Shapes.TIMESTAMP),
          Member.optional("Keys", Shapes.ATTRIBUTE_MAP),
          Member.optional("NewImage", Shapes.ATTRIBUTE_MAP),
          Member.optional("OldImage", Shapes.ATTRIBUTE_MAP),
          Member.optional("SequenceNumber", Shapes.TEXT),
          Member.optional("SizeBytes", Shapes.LONG),
          Member.optional("StreamViewType", Shapes.TEXT));
}
