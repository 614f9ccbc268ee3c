package io.keystonedb.sdk.support;

/** Where an answer has the items it returns. */
public enum AnswerForm {
  /** Nowhere. */
  NONE,
  /** {@code Item}: the item that was asked for. */
  ITEM,
  /** {@code Attributes}: of the item that was written, before or after. */
  ATTRIBUTES,
  /** {@code Items}, in the service's order, up to {@code LastEvaluatedKey}. */
  ORDERED_PAGE,
  /** {@code Items}, in an order of the store's own, up to {@code LastEvaluatedKey}. */
  UNORDERED_PAGE,
  /** {@code Items}, up to {@code NextToken}. */
  STATEMENT_PAGE,
  /** {@code Responses}: lists of items by table; the rest is in {@code UnprocessedKeys}. */
  ITEMS_BY_TABLE,
  /** {@code Responses}: for each part of the request one, with {@code Item}. */
  ITEM_RESPONSES,
  /** {@code Responses}: for each statement one, with {@code Error} or {@code Item}. */
  STATEMENT_RESPONSES
}
