package io.keystonedb.internal.operation;

import io.keystonedb.internal.model.SSESpecification;
import org.jspecify.annotations.Nullable;

/**
 * Encryption at rest: which requests for it contradict themselves (observed in October 2026).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html">SSESpecification</a>
 */
final class Encryption {
  private Encryption() {}

  static void check(@Nullable SSESpecification requested) {
    if (requested == null) {
      return;
    }
    boolean disabled = Boolean.FALSE.equals(requested.enabled());
    String type = requested.sseType();
    if (disabled && type != null) {
      throw TableSchemaChecks.invalid("SSEType can not be specified if Enabled is false");
    }
    if (disabled && requested.kmsMasterKeyId() != null) {
      throw TableSchemaChecks.invalid("KMSMasterKeyId can not be specified if Enabled is false");
    }
    if (type == null && requested.kmsMasterKeyId() != null) {
      throw TableSchemaChecks.invalid("SSEType KMS is required if KMSMasterKeyId is specified");
    }
    if ("AES256".equals(type)) {
      throw TableSchemaChecks.invalid("SSEType AES256 is not supported");
    }
  }

  /** Encryption after an update, which must change something. */
  static @Nullable SSESpecification updated(
      @Nullable SSESpecification before, @Nullable SSESpecification requested) {
    if (requested == null) {
      return before;
    }
    if (!requested.usesKey() && (before == null || !before.usesKey())) {
      throw TableSchemaChecks.invalid("Table is already encrypted by default");
    }
    return requested;
  }
}
