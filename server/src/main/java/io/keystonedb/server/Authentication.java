package io.keystonedb.server;

import io.keystonedb.KeystoneException;
import io.keystonedb.server.internal.SignatureVersion4;
import java.time.InstantSource;
import java.util.Map;

/**
 * Decides who may use a server. It is asked for each request whose operation is known and whose
 * signature has a complete form, before its body is looked at. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Authentication {
  /**
   * Lets a request pass, or refuses it.
   *
   * @throws KeystoneException to refuse, such as {@link
   *     io.keystonedb.ErrorCode#UNRECOGNIZED_CLIENT}
   */
  void check(SignedRequest request);

  /** Everybody may do everything; signatures are not looked at. */
  static Authentication none() {
    return request -> {};
  }

  /**
   * Who signs with a key that is known here: Signature Version 4 as every SDK makes it, in the
   * header or in the query. A wrong key, a changed request and a date more than five minutes away
   * are refused with the service's errors.
   *
   * @param secretKeys secret keys by access key
   */
  static Authentication signatureVersion4(Map<String, String> secretKeys) {
    return new SignatureVersion4(secretKeys, InstantSource.system());
  }
}
