package io.keystonedb.conformance.golden;

import java.util.Map;

/** A new database, reached through one entry point. */
interface Session {
  /**
   * Sends a request.
   *
   * @param operation such as {@code PutItem}
   * @param request its members as on the wire
   */
  Reply send(String operation, Map<String, Object> request);
}
