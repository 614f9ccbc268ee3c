package io.keystonedb.internal.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Legacy parameters and expressions in one request; observed in 2026. */
class MixedParametersTest {
  private static final String MIXED =
      "Can not use both expression and non-expression parameters in the same request: ";
  private static final String ENVELOPE = "1 validation error detected: ";

  @RegisterExtension private final Databases databases = new Databases();
  private JsonClient client;

  @BeforeEach
  void tables() {
    client = JsonTables.create(new JsonClient(databases.open()));
  }

  @Test
  void queriesNameAllParametersOfBothKinds() {
    String query =
        "{'TableName':'missing','KeyConditions':{},'QueryFilter':{},'AttributesToGet':['a'],"
            + "'ConditionalOperator':'OR','KeyConditionExpression':'x','FilterExpression':'y',"
            + "'ProjectionExpression':'z'}";

    assertThat(client.invalid("Query", query))
        .isEqualTo(
            MIXED
                + "Non-expression parameters: {AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions}"
                + " Expression parameters: {ProjectionExpression, FilterExpression, KeyConditionExpression}");
  }

  @Test
  void scansNameAllParametersOfBothKinds() {
    String scan =
        "{'TableName':'missing','ScanFilter':{},'AttributesToGet':['a'],'ConditionalOperator':'OR',"
            + "'FilterExpression':'y','ProjectionExpression':'z'}";

    assertThat(client.invalid("Scan", scan))
        .isEqualTo(
            MIXED
                + "Non-expression parameters: {AttributesToGet, ScanFilter, ConditionalOperator}"
                + " Expression parameters: {ProjectionExpression, FilterExpression}");
  }

  @Test
  void updatesNameAllParametersOfBothKindsInAnEnvelope() {
    String update =
        "{'TableName':'missing','Key':{},'AttributeUpdates':{},'Expected':{},'ConditionalOperator':'OR',"
            + "'ConditionExpression':'y','UpdateExpression':'z'}";

    assertThat(client.invalid("UpdateItem", update))
        .isEqualTo(
            ENVELOPE
                + MIXED
                + "Non-expression parameters: {AttributeUpdates, Expected, ConditionalOperator}"
                + " Expression parameters: {UpdateExpression, ConditionExpression}");
  }

  @Test
  void putsAndDeletesAreEnveloped() {
    String put = "{'TableName':'missing','Item':{},'Expected':{},'ConditionExpression':'y'}";
    String text =
        MIXED
            + "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}";

    assertThat(client.invalid("PutItem", put)).isEqualTo(ENVELOPE + text);
    assertThat(client.invalid("DeleteItem", put.replace("'Item'", "'Key'")))
        .isEqualTo(ENVELOPE + text);
  }

  @Test
  void readsByKeyMayNotMixEither() {
    String text =
        MIXED
            + "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}";

    assertThat(
            client.invalid(
                "GetItem",
                "{'TableName':'missing','Key':{},'AttributesToGet':['a'],'ProjectionExpression':'a'}"))
        .isEqualTo(text);
    assertThat(
            client.invalid(
                "BatchGetItem",
                "{'RequestItems':{'plain':{'Keys':[{'pk':{'S':'a'}}],'ProjectionExpression':'a'},"
                    + "'sorted':{'Keys':[{'pk':{'S':'a'},'sk':{'N':'1'}}],'AttributesToGet':['a']}}}"))
        .isEqualTo(text);
  }

  @Test
  void mixingComesBeforeNamesAndExpressions() {
    String query =
        "{'TableName':'missing','QueryFilter':{},'KeyConditionExpression':'(',"
            + "'ExpressionAttributeNames':{}}";

    assertThat(client.invalid("Query", query)).startsWith(MIXED);
  }

  @Test
  void namesNeedAnExpressionEvenBesideLegacyParameters() {
    String scan = "{'TableName':'plain','ScanFilter':{},'ExpressionAttributeNames':{'#a':'a'}}";

    assertThat(client.invalid("Scan", scan))
        .isEqualTo("ExpressionAttributeNames can only be specified when using expressions");
  }
}
