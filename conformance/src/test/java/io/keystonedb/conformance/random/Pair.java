package io.keystonedb.conformance.random;

/** KeystoneDB and dynoxide with the same tables: requests go to both. */
final class Pair {
  private final TestedDatabase ours;
  private final TestedDatabase theirs;

  Pair(Databases databases) {
    ours = new TestedDatabase(databases.ours());
    theirs = new TestedDatabase(databases.theirs());
  }

  /** Sends a request to both; the result may be {@link Difference#isEmpty empty}. */
  Difference run(Request request) {
    return new Difference(request, ours.run(request), theirs.run(request));
  }

  /**
   * Makes the tables that a request names equal again, by copying our items.
   *
   * @return whether any item had to be copied
   */
  boolean copyItems(Request request) {
    boolean changed = theirs.copyItemsFrom(ours, request);
    ours.skipRecords(request);
    theirs.skipRecords(request);
    return changed;
  }

  /** Deletes all items. */
  void clear() {
    ours.clear();
    theirs.clear();
  }
}
