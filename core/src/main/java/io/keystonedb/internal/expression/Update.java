package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions of an update. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 *     expressions</a>
 */
public final class Update {
  private final List<Action> actions;
  private final PathTree<Action> tree;
  private final String typeMismatch;

  /** An update whose targets don't overlap. */
  public Update(List<? extends Action> actions) {
    this(actions, ExpressionErrors.WRONG_TYPE_IN_ITEM);
  }

  /**
   * An update whose targets don't overlap.
   *
   * @param typeMismatch the text for a value that meets one of another type in the item
   */
  public Update(List<? extends Action> actions, String typeMismatch) {
    this.actions = List.copyOf(actions);
    this.typeMismatch = typeMismatch;
    this.tree = PathTree.of(this.actions, Action::path);
  }

  PathTree<Action> tree() {
    return tree;
  }

  /** The actions in the order in which they were given. */
  public List<Action> actions() {
    return actions;
  }

  /** What the actions address, in their order. */
  public List<Path> targets() {
    List<Path> targets = new ArrayList<>(actions.size());
    for (Action action : actions) {
      targets.add(action.path());
    }
    return targets;
  }

  /**
   * Whether there are actions and all are REMOVE and DELETE: such an update creates no item, while
   * one without any action does.
   */
  public boolean onlyRemoves() {
    if (actions.isEmpty()) {
      return false;
    }
    for (Action action : actions) {
      if (!action.removes()) {
        return false;
      }
    }
    return true;
  }

  /** This update without what it only removes: for an item that does not exist. */
  public Update withoutRemoves() {
    List<Action> others = new ArrayList<>(actions.size());
    for (Action action : actions) {
      if (!(action instanceof Remove)) {
        others.add(action);
      }
    }
    return others.size() == actions.size() ? this : new Update(others, typeMismatch);
  }

  /**
   * The item after this update. Every right-hand side sees the item as it was before.
   *
   * @param before the item; its key alone if there was none
   * @throws io.keystonedb.KeystoneException if a target has no parent, an operand is absent or of a
   *     wrong type, or a number goes out of range
   */
  public Item apply(Item before) {
    return new UpdateEvaluator(before, typeMismatch).apply(tree);
  }

  /**
   * The fragments of an item that the actions address: of the item as it was for {@code
   * UPDATED_OLD}, of the one after the update for {@code UPDATED_NEW}. Where an element of a list
   * was removed, the latter has the one that has moved up in its place (observed).
   */
  public Item addressed(Item item) {
    return tree.select(item);
  }

  /** One action on one path. */
  public sealed interface Action {
    /** What it addresses. */
    Path path();

    /** Calls the visitor's method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    /**
     * What stands at the path afterwards, or null for nothing.
     *
     * @param evaluator knows the item as it was
     * @param old what stood there
     */
    @Nullable Value result(UpdateEvaluator evaluator, @Nullable Value old);

    /** Whether it can only take something away. */
    boolean removes();
  }

  /** {@code SET path = value}. */
  public record Set(Path path, UpdateValue value) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.set(this);
    }

    @Override
    public Value result(UpdateEvaluator evaluator, @Nullable Value old) {
      return evaluator.assigned(path, value);
    }

    @Override
    public boolean removes() {
      return false;
    }
  }

  /** {@code REMOVE path}. */
  public record Remove(Path path) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.remove(this);
    }

    @Override
    public @Nullable Value result(UpdateEvaluator evaluator, @Nullable Value old) {
      return null;
    }

    @Override
    public boolean removes() {
      return true;
    }
  }

  /** {@code ADD path value}: a sum of numbers or a union of sets. */
  public record Add(Path path, Operand value) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.add(this);
    }

    @Override
    public Value result(UpdateEvaluator evaluator, @Nullable Value old) {
      return evaluator.added(old, value);
    }

    @Override
    public boolean removes() {
      return false;
    }
  }

  /** {@code DELETE path value}: a difference of sets. */
  public record Delete(Path path, Operand value) implements Action {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.delete(this);
    }

    @Override
    public @Nullable Value result(UpdateEvaluator evaluator, @Nullable Value old) {
      return old == null ? null : evaluator.withoutElements(old, value);
    }

    @Override
    public boolean removes() {
      return true;
    }
  }

  /**
   * A pass over actions.
   *
   * @param <R> what it makes of each
   */
  public interface Visitor<R> {
    R set(Set set);

    R remove(Remove remove);

    R add(Add add);

    R delete(Delete delete);
  }
}
