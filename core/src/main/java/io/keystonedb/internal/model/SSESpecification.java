package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Settings of encryption at rest.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html">SSESpecification</a>
 */
public record SSESpecification(
    @Nullable Boolean enabled, @Nullable String sseType, @Nullable String kmsMasterKeyId) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          SSESpecification.class,
          Member.optional("Enabled", Shapes.FLAG),
          Member.optional("SSEType", Shapes.oneOf("AES256", "KMS")),
          Member.optional("KMSMasterKeyId", Shapes.TEXT));

  /** Whether a key of KMS is asked for; without a word of it, a type asks for one. */
  public boolean usesKey() {
    return enabled == null ? sseType != null : enabled;
  }
}
