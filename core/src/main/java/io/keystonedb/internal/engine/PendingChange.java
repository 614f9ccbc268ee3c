package io.keystonedb.internal.engine;

import java.time.Instant;

/**
 * What is under way with a table or an index.
 *
 * @param status the status it has until then, such as {@code UPDATING}
 * @param until when the change is complete
 */
public record PendingChange(String status, Instant until) {
  static final String CREATING = "CREATING";
  static final String DELETING = "DELETING";
}
