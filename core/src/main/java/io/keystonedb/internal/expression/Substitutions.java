package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.shape.ValueRules;
import io.keystonedb.internal.value.Sizes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and values of a request, their own checks, and which of them have been used. */
final class Substitutions {
  static final String NAMES = "ExpressionAttributeNames";
  static final String VALUES = "ExpressionAttributeValues";

  private final ValidationLayer layer;
  private final @Nullable Map<String, String> givenNames;
  private final @Nullable Decoded<Item> givenValues;
  private Item values = Item.empty();
  private final List<Parsed<?>> users = new ArrayList<>(2);

  Substitutions(
      ValidationLayer layer,
      @Nullable Map<String, String> givenNames,
      @Nullable Decoded<Item> givenValues) {
    this.layer = layer;
    this.givenNames = givenNames;
    this.givenValues = givenValues;
  }

  Map<String, String> names() {
    return givenNames == null ? Map.of() : givenNames;
  }

  /** The values; to be called after {@link #checkMaps}. */
  Item values() {
    return values;
  }

  /** Refuses names without any expression, and values without one that could use them. */
  void checkUsable(ExpressionKind[] kinds, @Nullable String[] texts, int count) {
    boolean any = false;
    boolean anyWithValues = false;
    for (int i = 0; i < count; i++) {
      if (texts[i] != null) {
        any = true;
        anyWithValues |= kinds[i].takesValues();
      }
    }
    if (givenNames != null && !any) {
      throw layer.error(ExpressionErrors.namesWithoutExpression());
    }
    if (givenValues != null && !anyWithValues) {
      List<String> missing = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        if (kinds[i].takesValues()) {
          missing.add(kinds[i].parameter());
        }
      }
      // What is answered in an envelope does not say which expressions there could be.
      throw layer.error(
          ExpressionErrors.valuesWithoutExpression(layer.isEnveloped() ? List.of() : missing));
    }
  }

  /** Checks both maps by themselves: not empty, well-formed placeholders, well-formed values. */
  void checkMaps() {
    int nameBytes = 0;
    if (givenNames != null) {
      if (givenNames.isEmpty()) {
        throw layer.error(ExpressionErrors.emptyMap(NAMES));
      }
      for (Map.Entry<String, String> name : givenNames.entrySet()) {
        checkToken(NAMES, '#', name.getKey());
        if (name.getValue().isEmpty()) {
          throw ExpressionErrors.invalidValue(NAMES, ValueRules.EMPTY_NAME, name.getKey());
        }
        if (ValueRules.isLongName(name.getValue())) {
          throw invalid(NAMES, ValueRules.LONG_NAME, name.getKey());
        }
      }
      nameBytes = SubstitutionSizes.checkNames(givenNames);
    }
    if (givenValues != null) {
      values = checkedValues(givenValues);
      SubstitutionSizes.checkValues(values, nameBytes);
    }
  }

  /** Checks that the values are well-formed, after all of their placeholders. */
  void checkValueForm() {
    if (givenValues == null) {
      return;
    }
    MalformedValue malformed = givenValues.malformed();
    if (malformed != null) {
      givenValues.names().forEach(name -> checkToken(VALUES, ':', name));
      throw malformed(malformed);
    }
  }

  private Item checkedValues(Decoded<Item> given) {
    checkValueForm();
    Item item = given.get();
    if (item.isEmpty()) {
      throw layer.error(ExpressionErrors.emptyMap(VALUES));
    }
    for (int i = 0; i < item.size(); i++) {
      checkToken(VALUES, ':', item.nameAt(i));
    }
    return item;
  }

  private KeystoneException malformed(MalformedValue malformed) {
    boolean wrapped =
        switch (malformed.kind()) {
          case DATATYPE -> true;
          case NESTING, FAR_NESTING, NULL_FALSE -> false;
          case NUMBER, NAME, EMPTY_SET, EMPTY_NUMBER_SET, DUPLICATES -> layer.isOlder();
        };
    return wrapped
        ? ExpressionErrors.invalidValue(VALUES, malformed.message(layer), malformed.attribute())
        : layer.error(malformed);
  }

  /** What is answered in an envelope says nothing of the placeholder, as observed. */
  private KeystoneException invalid(String parameter, String text, String token) {
    return layer.isEnveloped()
        ? layer.error(text)
        : ExpressionErrors.invalidValue(parameter, text, token);
  }

  private static void checkToken(String parameter, char sigil, String token) {
    if (token.isEmpty()) {
      throw ExpressionErrors.emptyToken(parameter);
    }
    if (token.length() * 3 > Limits.TOKEN_BYTES) {
      int bytes = Sizes.utf8Length(token);
      if (bytes > Limits.TOKEN_BYTES) {
        throw ExpressionErrors.tokenTooLong(parameter, bytes);
      }
    }
    boolean valid = token.length() > 1 && token.charAt(0) == sigil;
    for (int i = 1; valid && i < token.length(); i++) {
      valid = Lexer.isWordPart(token.charAt(i));
    }
    if (!valid) {
      throw ExpressionErrors.badToken(parameter, token);
    }
  }

  /** Notes that an expression uses the placeholders that occur in it. */
  void use(Parsed<?> expression) {
    users.add(expression);
  }

  /** Refuses names and values that occur in no expression, evaluated or not. */
  void checkUsed() {
    if (givenNames != null) {
      checkUsed(NAMES, givenNames.keySet(), true);
    }
    if (givenValues != null) {
      checkUsed(VALUES, values.keySet(), false);
    }
  }

  private void checkUsed(String parameter, Collection<String> tokens, boolean asNames) {
    List<String> unused = new ArrayList<>(0);
    for (String token : tokens) {
      if (!isUsed(token, asNames)) {
        unused.add(token);
      }
    }
    if (!unused.isEmpty()) {
      throw ExpressionErrors.unused(parameter, unused);
    }
  }

  private boolean isUsed(String token, boolean asName) {
    for (int i = 0; i < users.size(); i++) {
      Parsed<?> user = users.get(i);
      if ((asName ? user.names() : user.values()).contains(token)) {
        return true;
      }
    }
    return false;
  }
}
