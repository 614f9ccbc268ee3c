package io.keystonedb;

import org.jspecify.annotations.Nullable;

/**
 * Why one action of a transaction let it fail, or {@link #NONE} if it was not this one.
 *
 * @param code the service's name of the reason, such as {@code ConditionalCheckFailed}
 * @param message the service's text; absent for {@code None}
 * @param item the item as it was, where the action asked for it
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</a>
 */
public record CancellationReason(String code, @Nullable String message, @Nullable Item item) {
  /** The reason of an action that did not fail. */
  public static final CancellationReason NONE = new CancellationReason("None", null, null);
}
