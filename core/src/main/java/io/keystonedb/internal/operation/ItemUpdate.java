package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemLimit;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.Update;
import io.keystonedb.internal.expression.UpdateCharge;
import io.keystonedb.internal.value.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * An update of one item of a table: what may be updated, the item that comes out, how large it may
 * be and what of it an answer shows.
 *
 * @param update null if the request has no update expression: then an absent item is created and a
 *     present one left as it is
 */
record ItemUpdate(TableDefinition table, @Nullable Update update) {
  private static final String TOO_LARGE =
      "Item size to update has exceeded the maximum allowed size";

  /** An update leaves the key alone. */
  void checkKeyAttributes() {
    if (update == null) {
      return;
    }
    for (Path target : update.targets()) {
      if (table.key().find(target.name()) != null) {
        throw KeystoneException.validation(
            "One or more parameter values were invalid: Cannot update attribute "
                + target.name()
                + ". This attribute is part of the key");
      }
    }
  }

  /**
   * Checks that the update sets no key of an index to an empty value that it names itself.
   *
   * @throws KeystoneException for the first that it does
   */
  void checkIndexKeysNotEmpty() {
    if (update == null) {
      return;
    }
    for (Update.Action action : update.actions()) {
      if (action instanceof Update.Set set
          && set.path().isTopLevel()
          && set.value() instanceof Operand.Literal literal) {
        Item attribute = Item.builder().value(set.path().name(), literal.value()).build();
        KeyChecks.notEmptyIndexKeys(table, attribute, true);
      }
    }
  }

  /**
   * The item that comes out, checked for the keys of indexes.
   *
   * @return null if nothing is there and the update only removes
   */
  @Nullable Item apply(Item key, @Nullable Item before) {
    if (update == null) {
      return before == null ? key : before;
    }
    if (before == null && update.onlyRemoves()) {
      return null;
    }
    Item basis = before == null ? key : before;
    Item after = (before == null ? update.withoutRemoves() : update).apply(basis);
    KeyChecks.indexKeys(table, basis, after);
    return after;
  }

  /**
   * Checks the limit of 400 KB for what the update itself says, as UpdateItem does before its
   * condition.
   */
  void checkCharge() {
    if (update != null && UpdateCharge.of(update) > Sizes.MAX_ITEM_BYTES) {
      throw KeystoneException.validation(TOO_LARGE);
    }
  }

  /** Checks the limit of 400 KB for the item that comes out. */
  void checkSize(@Nullable Item after) {
    if (after != null && ItemLimit.isExceeded(table, after)) {
      throw KeystoneException.validation(TOO_LARGE);
    }
  }

  /** What an answer shows; null for nothing. */
  @Nullable Item returned(
      @Nullable String returnValues, @Nullable Item before, @Nullable Item after) {
    if ("ALL_OLD".equals(returnValues)) {
      return before;
    }
    if ("ALL_NEW".equals(returnValues)) {
      return after;
    }
    if (update == null) {
      return null;
    }
    if ("UPDATED_OLD".equals(returnValues) && before != null) {
      return shown(update.addressed(before));
    }
    if ("UPDATED_NEW".equals(returnValues) && after != null) {
      return shown(update.addressed(after));
    }
    return null;
  }

  private static @Nullable Item shown(Item addressed) {
    return addressed.isEmpty() ? null : addressed;
  }
}
