package io.keystonedb.internal.expression;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short ways to bind expressions in tests: names and values come in pairs. */
final class Requests {
  private Requests() {}

  /** Binds a condition; arguments are {@code "#n", "name"} and {@code ":v", value} pairs. */
  static Condition condition(String text, Object... substitutions) {
    return fill(ExpressionParameters.builder(ValidationLayer.OLDER), substitutions)
        .condition(text)
        .build()
        .condition();
  }

  static Update update(String text, Object... substitutions) {
    return fill(ExpressionParameters.builder(ValidationLayer.OLDER), substitutions)
        .update(text)
        .build()
        .update();
  }

  static Projection projection(String text, Object... substitutions) {
    return fill(ExpressionParameters.builder(ValidationLayer.OLDER), substitutions)
        .projection(text)
        .build()
        .projection();
  }

  static KeyConditions keyConditions(String text, Object... substitutions) {
    return fill(ExpressionParameters.builder(ValidationLayer.OLDER), substitutions)
        .keyCondition(text, null)
        .build()
        .keyConditions();
  }

  static ExpressionParameters.Builder fill(
      ExpressionParameters.Builder builder, Object... substitutions) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < substitutions.length; i += 2) {
      String token = (String) substitutions[i];
      if (token.startsWith("#")) {
        names.put(token, (String) substitutions[i + 1]);
      } else {
        values.put(token, value(substitutions[i + 1]));
      }
    }
    return builder
        .names(names.isEmpty() ? null : names)
        .values(values.isEmpty() ? null : Decoded.of(Item.copyOf(values)));
  }

  static Value value(Object plain) {
    if (plain instanceof Value value) {
      return value;
    }
    if (plain instanceof Integer number) {
      return Value.number(number);
    }
    return Value.string((String) plain);
  }

  /** The text of the validation error that a call ends in. */
  static String errorOf(ThrowingCallable call) {
    KeystoneException error = catchThrowableOfType(KeystoneException.class, call);
    Assertions.assertThat(error).as("an error").isNotNull();
    Assertions.assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION);
    return error.getMessage();
  }
}
