package io.keystonedb.junit5;

import io.keystonedb.sdk.support.OperationKind;
import io.keystonedb.sdk.support.OperationModel;
import io.keystonedb.sdk.support.OperationModels;
import io.keystonedb.sdk.support.SdkMember;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * What stands between a test and the client of its reference:
 *
 * <ul>
 *   <li>A reference outlives a test and remembers the tokens of its transactions, so each test's
 *       tokens are made its own.
 *   <li>At a reference that belongs to others, the only tables there are are those that tests made.
 *   <li>A mock that was not told what to answer says so instead of answering null.
 * </ul>
 */
final class ReferenceCalls implements ClientCalls<DynamoDbClient> {
  private static final SdkMember TOKEN = new SdkMember("ClientRequestToken");
  private static final int LONGEST_TOKEN = 36;

  private final DynamoDbClient target;
  private final Set<String> made;
  private final boolean foreign;
  private final Runnable before;
  private final String salt = UUID.randomUUID().toString();

  private ReferenceCalls(
      DynamoDbClient target, Set<String> made, boolean foreign, Runnable before) {
    this.target = target;
    this.made = made;
    this.foreign = foreign;
    this.before = before;
  }

  /**
   * The client for one test.
   *
   * @param made the names of the tables that tests made; it is kept up to date
   * @param foreign whether the reference may hold other tables
   * @param before to do before each request
   */
  static DynamoDbClient client(
      DynamoDbClient target, Set<String> made, boolean foreign, Runnable before) {
    return ForwardingClient.over(new ReferenceCalls(target, made, foreign, before));
  }

  @Override
  public Object call(SdkRequest request) {
    OperationModel model = OperationModels.of(request);
    if (foreign) {
      refuseForeignTables(model, request);
    }
    before.run();
    Object answer = ForwardingClient.operations().call(target, ofThisTest(request));
    if (answer == null) {
      throw error(
          DynamoDbException.builder(),
          "NoAnswer",
          "the reference answers "
              + methodName(model)
              + " with null; tell the mock what to answer");
    }
    switch (model.name()) {
      case "CreateTable" -> made.addAll(model.tables(request));
      case "DeleteTable" -> made.removeAll(model.tables(request));
      default -> {}
    }
    return answer;
  }

  private static String methodName(OperationModel model) {
    return Character.toLowerCase(model.name().charAt(0)) + model.name().substring(1);
  }

  private void refuseForeignTables(OperationModel model, SdkRequest request) {
    if (model.kind() == OperationKind.UNKNOWN) {
      throw error(
          DynamoDbException.builder(),
          "UnknownOperation",
          methodName(model) + " is not known here, and may touch tables that tests did not make");
    }
    if (model.name().equals("CreateTable")) {
      return;
    }
    for (String table : model.tables(request)) {
      if (!made.contains(table)) {
        throw error(
            ResourceNotFoundException.builder(),
            "ResourceNotFoundException",
            "Requested resource not found: Table: " + table + " was not made by tests");
      }
    }
  }

  private static DynamoDbException error(
      DynamoDbException.Builder builder, String code, String text) {
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .errorCode(code)
            .errorMessage(text)
            .serviceName("DynamoDb")
            .build();
    return (DynamoDbException)
        builder.awsErrorDetails(details).message(text).statusCode(400).build();
  }

  private SdkRequest ofThisTest(SdkRequest request) {
    return request
        .getValueForField("ClientRequestToken", String.class)
        .filter(ReferenceCalls::isToken)
        .map(token -> TOKEN.with(request, own(token)))
        .orElse(request);
  }

  /** Others are the reference's to refuse. */
  private static boolean isToken(String token) {
    return !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }

  private String own(String token) {
    return UUID.nameUUIDFromBytes((salt + token).getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public DynamoDbClient target() {
    return target;
  }

  @Override
  public void close() {
    target.close();
  }

  @Override
  public String toString() {
    return target.toString();
  }
}
