package io.keystonedb.internal.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code AttributeUpdates} of UpdateItem.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributeUpdates.html">AttributeUpdates</a>
 */
class AttributeUpdatesTest {
  private static final String INVALID =
      "1 validation error detected: One or more parameter values were invalid: ";

  @RegisterExtension private final Databases databases = new Databases();
  private JsonClient client;

  @BeforeEach
  void tables() {
    client = JsonTables.create(new JsonClient(databases.open()));
  }

  private static String update(String updates) {
    return "{'TableName':'plain','Key':{'pk':{'S':'a'}},'AttributeUpdates':{"
        + updates
        + "},'ReturnValues':'ALL_NEW'}";
  }

  @Test
  void putIsTheDefaultAndReplaces() {
    client.ok("UpdateItem", update("'x':{'Value':{'S':'old'}}"));

    assertThat(client.ok("UpdateItem", update("'x':{'Action':'PUT','Value':{'S':'new'}}")))
        .isEqualTo("{'Attributes':{'pk':{'S':'a'},'x':{'S':'new'}}}");
  }

  @Test
  void addCountsJoinsSetsAndAppendsLists() {
    String add =
        "'n':{'Action':'ADD','Value':{'N':'2'}},'s':{'Action':'ADD','Value':{'SS':['x']}},"
            + "'l':{'Action':'ADD','Value':{'L':[{'S':'x'}]}}";
    client.ok("UpdateItem", update(add));

    assertThat(client.ok("UpdateItem", update(add)))
        .isEqualTo(
            "{'Attributes':{'pk':{'S':'a'},'n':{'N':'4'},'s':{'SS':['x']},'l':{'L':[{'S':'x'},{'S':'x'}]}}}");
  }

  @Test
  void deleteRemovesAnAttributeOrElementsOfASet() {
    client.ok("UpdateItem", update("'x':{'Value':{'S':'x'}},'s':{'Value':{'SS':['x','y']}}"));

    String delete = "'x':{'Action':'DELETE'},'s':{'Action':'DELETE','Value':{'SS':['x']}}";
    assertThat(client.ok("UpdateItem", update(delete)))
        .isEqualTo("{'Attributes':{'pk':{'S':'a'},'s':{'SS':['y']}}}");
  }

  @Test
  void onlyDeletingCreatesNoItemAndNothingAtAllDoes() {
    assertThat(client.ok("UpdateItem", update("'x':{'Action':'DELETE'}"))).isEqualTo("{}");
    assertThat(client.ok("UpdateItem", update(""))).isEqualTo("{'Attributes':{'pk':{'S':'a'}}}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'Action':'PUT'} | Only DELETE action is allowed when no attribute value is specified",
        "{'Action':'ADD'} | Only DELETE action is allowed when no attribute value is specified",
        "{} | Only DELETE action is allowed when no attribute value is specified",
        "{'Action':'DELETE','Value':{'S':'x'}} | DELETE action with value is not supported for the type STRING",
        "{'Action':'DELETE','Value':{'L':[]}} | DELETE action with value is not supported for the type LIST",
        "{'Action':'ADD','Value':{'S':'x'}} | ADD action is not supported for the type STRING",
        "{'Action':'ADD','Value':{'M':{}}} | ADD action is not supported for the type MAP",
        "{'Action':'ADD','Value':{'NULL':true}} | ADD action is not supported for the type NULL"
      })
  void formsAreChecked(String update, String text) {
    assertThat(client.invalid("UpdateItem", update("'x':" + update))).isEqualTo(INVALID + text);
  }

  @Test
  void typesThatClashInTheItemHaveATextOfTheirOwn() {
    client.ok("UpdateItem", update("'s':{'Value':{'SS':['x']}}"));

    assertThat(client.invalid("UpdateItem", update("'s':{'Action':'ADD','Value':{'N':'1'}}")))
        .isEqualTo("Type mismatch for attribute to update");
    assertThat(client.invalid("UpdateItem", update("'s':{'Action':'DELETE','Value':{'NS':['1']}}")))
        .isEqualTo("Type mismatch for attribute to update");
  }

  @Test
  void keysAreNotUpdated() {
    assertThat(client.invalid("UpdateItem", update("'pk':{'Value':{'S':'b'}}")))
        .isEqualTo(
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key");
  }

  @Test
  void valuesAreCheckedBeforeAnythingElse() {
    String update =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'AttributeUpdates':{'x':{'Value':{}}},"
            + "'UpdateExpression':'SET x = y'}";

    assertThat(client.invalid("UpdateItem", update))
        .isEqualTo(
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }
}
