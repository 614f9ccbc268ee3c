package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Encryption at rest as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html">SSEDescription</a>
 */
public record SSEDescription(
    @Nullable String status, @Nullable String sseType, @Nullable String kmsMasterKeyArn) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          SSEDescription.class,
          Member.optional("Status", Shapes.TEXT),
          Member.optional("SSEType", Shapes.TEXT),
          Member.optional("KMSMasterKeyArn", Shapes.TEXT));
}
