package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.RowRange;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a parallel scan.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel
 *     scan</a>
 */
final class Segments {
  private static final int MAX_SEGMENTS = 1_000_000;

  private Segments() {}

  static void check(@Nullable Integer segment, @Nullable Integer totalSegments) {
    if (totalSegments != null && (totalSegments < 1 || totalSegments > MAX_SEGMENTS)) {
      throw KeystoneException.validation(
          "1 validation error detected: Value at 'totalSegments' failed to satisfy constraint: Member must have value between 1 and 1000000");
    }
    if (segment != null && totalSegments == null) {
      throw KeystoneException.validation(
          "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
    }
    if (segment == null && totalSegments != null) {
      throw KeystoneException.validation(
          "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
    }
    if (segment != null && totalSegments != null && segment >= totalSegments) {
      throw KeystoneException.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: "
              + segment
              + " is not less than TotalSegments: "
              + totalSegments);
    }
  }

  static RowRange<Item> range(
      ReadTarget target, @Nullable Integer segment, @Nullable Integer totalSegments) {
    return ItemRanges.segment(
        target.ref(),
        target.index(),
        segment == null ? 0 : segment,
        totalSegments == null ? 1 : totalSegments);
  }

  /** What a scan still has to read behind its start key, which lies in its segment. */
  static RowRange<Item> behind(
      ReadTarget target,
      Item startKey,
      RowRange<Item> range,
      @Nullable Integer segment,
      @Nullable Integer totalSegments) {
    RowKey<Item> key = target.rowKey(startKey);
    if (!range.contains(key)) {
      throw KeystoneException.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: "
              + totalSegments
              + " Segment: "
              + segment);
    }
    return range.behind(key, false);
  }
}
