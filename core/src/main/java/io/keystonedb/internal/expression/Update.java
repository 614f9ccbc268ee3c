package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes to an item. Immutable and thread-safe.
 *
 * <p>Every right-hand side sees the item as it was; the actions can be in any order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 *     expressions</a>
 */
public final class Update {
  /** What any update adds to the size that the service checks against 400 KB. */
  private static final int BASE_COST = 3;

  private final List<UpdateAction> actions;

  /** An update of actions whose paths neither overlap nor conflict. */
  public Update(List<UpdateAction> actions) {
    this.actions = List.copyOf(actions);
  }

  /**
   * The item that comes out.
   *
   * @param before the item as it was; only its key, if there was none
   * @throws io.keystonedb.KeystoneException if an operand is absent or of a wrong type, a path
   *     leads nowhere, or a number gets out of range
   */
  public Item apply(Item before) {
    ItemEdit edit = new ItemEdit();
    for (UpdateAction action : actions) {
      action.addTo(edit, before);
    }
    return edit.apply(before);
  }

  /** Whether there are only REMOVE and DELETE actions, which create no item where there is none. */
  public boolean onlyRemoves() {
    for (UpdateAction action : actions) {
      if (action.writes()) {
        return false;
      }
    }
    return true;
  }

  /** What the actions change, in the order in which they are written. */
  public List<Path> targets() {
    List<Path> targets = new ArrayList<>(actions.size());
    for (UpdateAction action : actions) {
      targets.add(action.target());
    }
    return targets;
  }

  /** The parts of an item that this update changes, old or new. */
  public Item addressed(Item item) {
    return PathTree.of(targets()).cut(item);
  }

  /** Bytes that the service adds to the item for the actions when it checks its size. */
  public int actionCost() {
    int cost = BASE_COST;
    for (UpdateAction action : actions) {
      cost += action.cost();
    }
    return cost;
  }

  Update bind(Binder binder) {
    List<UpdateAction> bound = new ArrayList<>(actions.size());
    for (UpdateAction action : actions) {
      bound.add(action.bind(binder));
    }
    return new Update(bound);
  }

  void check(ExpressionErrors errors) {
    PathSet apart = new PathSet(errors);
    for (UpdateAction action : actions) {
      apart.add(action.target());
    }
    for (UpdateAction action : actions) {
      action.check(errors);
    }
  }
}
