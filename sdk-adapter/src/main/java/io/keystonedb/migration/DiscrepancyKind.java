package io.keystonedb.migration;

/** What is different between both sides. */
public enum DiscrepancyKind {
  /** The shadow has no item where the primary has one. */
  ITEM_MISSING("item missing"),
  /** The shadow has an item where the primary has none. */
  ITEM_EXTRA("item extra"),
  /** Both have an item, with different attributes. */
  ITEM_DIFFERS("item differs"),
  /** An index of the shadow lacks an item. */
  INDEX_ENTRY_MISSING("index entry missing"),
  /** An index of the shadow has an item that the primary's has not. */
  INDEX_ENTRY_EXTRA("index entry extra"),
  /** Both indexes have the item, with different attributes. */
  INDEX_ENTRY_DIFFERS("index entry differs"),
  /** A page has the same items in another order. */
  PAGE_ORDER("page in another order"),
  /** A page ends elsewhere: there is another LastEvaluatedKey, or one on one side only. */
  PAGE_END("page ends elsewhere"),
  /** Count or ScannedCount differ, the items do not. */
  COUNTS("counts differ"),
  /** A write returns other attributes. */
  RETURNED_VALUES("returned values differ"),
  /** The primary did what the shadow refuses. */
  SHADOW_FAILED("only the shadow fails"),
  /** The primary refuses what the shadow did. */
  PRIMARY_FAILED("only the primary fails"),
  /** Both fail, for different reasons. */
  ERROR_CODE("another error code"),
  /** Both fail with the same code and different texts. */
  ERROR_TEXT("another error text"),
  /** Both cancel a transaction, for different reasons. */
  CANCELLATION_REASONS("other cancellation reasons"),
  /** Consumed capacity or item collection metrics differ. */
  CAPACITY("capacity differs"),
  /** Another member of the answer differs. */
  ANSWER("answer differs"),
  /** The shadow has no such table. */
  TABLE_MISSING("table missing"),
  /** Only the shadow has the table. */
  TABLE_EXTRA("table extra"),
  /** Key, index or attribute definitions of a table differ. */
  TABLE_DEFINITION("table defined differently"),
  /** It is not known whether the primary did a write, so the shadow did not get it. */
  AMBIGUOUS_WRITE("outcome of a write unknown"),
  /** The shadow did not get a write because too many were due. */
  DROPPED_WRITE("write dropped"),
  /** The shadow did not get a write before the client was closed. */
  WRITE_STILL_DUE("write still due");

  private final String text;

  DiscrepancyKind(String text) {
    this.text = text;
  }

  /** As it is said in reports. */
  public String text() {
    return text;
  }
}
