package io.keystonedb.migration;

/** When the shadow gets a request. */
public enum Mode {
  /** Never. */
  PRIMARY_ONLY,
  /**
   * After the primary, before the caller gets the primary's answer; on the caller's thread. Nothing
   * is left to do when a call returns, which suits tests.
   */
  SEQUENTIAL,
  /**
   * At the same time as the primary. The caller waits for both, for the shadow no longer than the
   * shadow's timeout.
   */
  PARALLEL,
  /**
   * After the primary, through a bounded queue. The caller waits for the primary only; this suits
   * production.
   */
  LATER
}
