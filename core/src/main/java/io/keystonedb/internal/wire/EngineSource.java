package io.keystonedb.internal.wire;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;

/** Finds the engine that a request is for. Thread-safe. */
@FunctionalInterface
public interface EngineSource {
  /**
   * The engine, if the request may have it.
   *
   * @param request as it was sent
   * @param signature what the request says of its signer; its form is complete
   * @throws KeystoneException with the service's error if the request is refused
   */
  Engine engine(WireRequest request, RequestSignature signature);
}
