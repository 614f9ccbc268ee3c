package io.keystonedb.migration;

/** Gets to know of discrepancies when they are found, on whatever thread that is. */
@FunctionalInterface
public interface DiscrepancyHandler {
  /**
   * A discrepancy was seen, for the first time or again ({@link Discrepancy#count}). What this
   * throws is logged and has no effect.
   */
  void onDiscrepancy(Discrepancy discrepancy);
}
