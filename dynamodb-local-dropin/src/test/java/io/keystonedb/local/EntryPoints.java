package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The signatures that projects compile against. The tests of a generation run on its real jar too,
 * so that what is listed here is what is there.
 */
abstract class EntryPoints {
  private static final String CREATE = "static AmazonDynamoDBLocal create";

  static final Set<String> EMBEDDED =
      Set.of(
          "new()",
          CREATE + "()",
          CREATE + "(Boolean)",
          CREATE + "(File)",
          CREATE + "(File, Boolean)");

  static final Set<String> LOCAL =
      Set.of(
          "DynamoDbClient dynamoDbClient()",
          "DynamoDbAsyncClient dynamoDbAsyncClient()",
          "DynamoDbStreamsClient dynamoDbStreamsClient()",
          "DynamoDbStreamsAsyncClient dynamoDbStreamsAsyncClient()",
          "void dilateEventTimes(long)",
          "void triggerShardRollovers()",
          "void shutdown()",
          "List shutdownNow()");

  static final Set<String> RUNNER =
      Set.of(
          "new()",
          "static void main(String[]) throws Exception",
          "static DynamoDBProxyServer createServerFromCommandLineArgs(String[]) throws ParseException");

  static final Set<String> SERVER =
      Set.of(
          "new(int, AbstractLocalDynamoDBServerHandler)",
          "void start() throws Exception",
          "void safeStart() throws Exception",
          "void join() throws Exception",
          "void stop() throws Exception");

  static final Set<String> HANDLER = Set.of("new(DynamoDBRequestHandler, String)");

  static final Set<String> DATABASES =
      Set.of("new(int, boolean, String, boolean)", "new(int, boolean, String, boolean, boolean)");

  private final String root;

  /** The entry points below a package. */
  EntryPoints(String root) {
    this.root = root;
  }

  @Test
  void embeddedDatabasesAreMade() throws Exception {
    assertThat(signatures("embedded.DynamoDBEmbedded")).containsAll(EMBEDDED);
  }

  @Test
  void embeddedDatabasesHaveClients() throws Exception {
    assertThat(signatures("shared.access.AmazonDynamoDBLocal")).containsAll(LOCAL);
  }

  @Test
  void serversAreMadeFromCommandLines() throws Exception {
    assertThat(signatures("main.ServerRunner")).containsAll(RUNNER);
  }

  @Test
  void serversAreMadeByConstructors() throws Exception {
    assertThat(signatures("server.DynamoDBProxyServer")).containsAll(SERVER);
    assertThat(signatures("server.LocalDynamoDBServerHandler")).containsAll(HANDLER);
    assertThat(signatures("server.LocalDynamoDBRequestHandler")).containsAll(DATABASES);
  }

  private Set<String> signatures(String name) throws ClassNotFoundException {
    return signatures(Class.forName(root + "." + name));
  }

  /** What is public in a class, with exceptions only where callers have to handle them. */
  static Set<String> signatures(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getConstructors()).map(made -> "new" + rest(made)),
            Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(EntryPoints::signature))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String signature(Method method) {
    String start = Modifier.isStatic(method.getModifiers()) ? "static " : "";
    return start + method.getReturnType().getSimpleName() + " " + method.getName() + rest(method);
  }

  private static String rest(Executable executable) {
    String parameters =
        Arrays.stream(executable.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    String checked =
        Arrays.stream(executable.getExceptionTypes())
            .filter(exception -> !RuntimeException.class.isAssignableFrom(exception))
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    return parameters + (checked.isEmpty() ? "" : " throws " + checked);
  }
}
