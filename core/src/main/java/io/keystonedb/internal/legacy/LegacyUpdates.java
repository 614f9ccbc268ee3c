package io.keystonedb.internal.legacy;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.ValueType;
import io.keystonedb.internal.expression.Operand;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.Update;
import io.keystonedb.internal.model.AttributeValueUpdate;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AttributeUpdates}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributeUpdates.html">AttributeUpdates</a>
 */
public final class LegacyUpdates {
  private static final String TYPE_MISMATCH = "Type mismatch for attribute to update";

  private LegacyUpdates() {}

  /**
   * What the request updates. {@code ADD} takes lists as well, which an expression does not.
   *
   * @param layer the words in which the operation refuses them
   * @return null if there is nothing to update
   * @throws KeystoneException with the first thing that is wrong
   */
  public static @Nullable Update of(
      @Nullable Map<String, AttributeValueUpdate> updates, ValidationLayer layer) {
    if (updates == null || updates.isEmpty()) {
      return null;
    }
    LegacyErrors errors = new LegacyErrors(layer);
    updates.keySet().forEach(errors::requireName);
    List<Update.Action> actions = new ArrayList<>(updates.size());
    updates.forEach((attribute, update) -> actions.add(action(Path.of(attribute), update, errors)));
    return new Update(actions, TYPE_MISMATCH);
  }

  private static Update.Action action(Path path, AttributeValueUpdate update, LegacyErrors errors) {
    boolean delete = "DELETE".equals(update.action());
    if (update.value() == null) {
      if (!delete) {
        throw errors.actionWithoutValue();
      }
      return new Update.Remove(path);
    }
    Value value = update.value().get(errors.layer());
    Operand.Literal literal = new Operand.Literal(value);
    ValueType type = value.type();
    if (delete) {
      if (!type.isSet()) {
        throw errors.deleteOfType(type);
      }
      return new Update.Delete(path, literal);
    }
    if ("ADD".equals(update.action())) {
      if (type != ValueType.N && type != ValueType.L && !type.isSet()) {
        throw errors.addOfType(type);
      }
      return new Update.Add(path, literal);
    }
    return new Update.Set(path, literal);
  }
}
