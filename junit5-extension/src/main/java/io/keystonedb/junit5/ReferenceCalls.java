package io.keystonedb.junit5;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

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
final class ReferenceCalls implements InvocationHandler {
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
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new ReferenceCalls(target, made, foreign, before));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> target.toString();
      };
    }
    if (arguments == null
        || arguments.length != 1
        || !(arguments[0] instanceof DynamoDbRequest request)) {
      return call(method, arguments);
    }
    refuseForeignTables(request);
    before.run();
    Object answer = call(method, new Object[] {ofThisTest(request)});
    if (answer == null) {
      throw error(
          DynamoDbException.builder(),
          "NoAnswer",
          "the reference answers " + method.getName() + " with null; tell the mock what to answer");
    }
    note(request);
    return answer;
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void refuseForeignTables(DynamoDbRequest request) {
    if (!foreign || request instanceof CreateTableRequest) {
      return;
    }
    for (String table : RequestTables.of(request)) {
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

  private DynamoDbRequest ofThisTest(DynamoDbRequest request) {
    if (request instanceof TransactWriteItemsRequest transaction
        && isToken(transaction.clientRequestToken())) {
      return transaction.toBuilder()
          .clientRequestToken(own(transaction.clientRequestToken()))
          .build();
    }
    if (request instanceof ExecuteTransactionRequest transaction
        && isToken(transaction.clientRequestToken())) {
      return transaction.toBuilder()
          .clientRequestToken(own(transaction.clientRequestToken()))
          .build();
    }
    return request;
  }

  /** Others are the reference's to refuse. */
  private static boolean isToken(@Nullable String token) {
    return token != null && !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }

  private String own(String token) {
    return UUID.nameUUIDFromBytes((salt + token).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void note(DynamoDbRequest request) {
    if (request instanceof CreateTableRequest create) {
      made.add(create.tableName());
    } else if (request instanceof DeleteTableRequest delete) {
      made.remove(RequestTables.name(delete.tableName()));
    }
  }
}
