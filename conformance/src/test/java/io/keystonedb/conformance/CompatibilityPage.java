package io.keystonedb.conformance;

import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.shape.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Makes {@code docs/compatibility.md}: the operations of the SDK's clients beside the table of
 * operations, and the features of the migration appendix with what their checks found.
 */
final class CompatibilityPage {
  private final StringBuilder text = new StringBuilder();

  /** The whole page. */
  static String generate() throws ReflectiveOperationException {
    CompatibilityPage page = new CompatibilityPage();
    page.intro();
    page.operations();
    for (FeatureChecks.Section section : FeatureChecks.sections()) {
      page.features(section);
    }
    return page.text.toString();
  }

  private void intro() {
    line("# Compatibility");
    line("");
    line(
        "Made by `CompatibilityPageTest` from the table of operations, the shapes of the SDK and the");
    line(
        "outcome of a check for each feature; the build fails when it is out of date. Make it anew with");
    line("");
    line("    mvn -pl conformance -am test -Dtest=CompatibilityPageTest \\");
    line("      -Dsurefire.failIfNoSpecifiedTests=false -Dkeystonedb.regenerate=true");
    line("");
    line(
        "How closely an operation follows the service is tested request by request, and by random");
    line(
        "requests beside dynoxide, an independent implementation. What differs from DynamoDB Local is");
    line("[listed](differences-to-dynamodb-local.md).");
    line("");
  }

  private void operations() throws ReflectiveOperationException {
    Set<String> names = new TreeSet<>(operationsOf(DynamoDbClient.class));
    names.addAll(operationsOf(DynamoDbStreamsClient.class));
    long supported = names.stream().filter(name -> Operations.find(name) != null).count();
    line("## Operations");
    line("");
    line(
        "The SDK's clients have "
            + names.size()
            + " operations; "
            + supported
            + " are supported. Any other is");
    line("answered as the service answers an operation that it does not know.");
    line("");
    line("| Operation | Answer | Members of the request that are not supported |");
    line("|---|---|---|");
    for (String name : names) {
      Operation<?, ?> operation = Operations.find(name);
      String answer = operation == null ? "`UnknownOperationException`" : "supported";
      String missing = operation == null ? "" : String.join(", ", missingMembers(operation));
      line("| `" + name + "` | " + answer + " | " + missing + " |");
    }
    line("");
  }

  /** Methods that take one request are operations; the other forms lead to them. */
  private static List<String> operationsOf(Class<?> client) {
    return Arrays.stream(client.getMethods())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
        .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
        .map(Method::getName)
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .distinct()
        .toList();
  }

  private static List<String> missingMembers(Operation<?, ?> operation)
      throws ReflectiveOperationException {
    Set<String> known =
        operation.input().members().stream().map(Member::name).collect(Collectors.toSet());
    String requestClass =
        "software.amazon.awssdk.services.dynamodb.model." + operation.name() + "Request";
    SdkBuilder<?, ?> builder =
        (SdkBuilder<?, ?>) Class.forName(requestClass).getMethod("builder").invoke(null);
    List<String> missing = new ArrayList<>();
    ((SdkPojo) builder)
        .sdkFields()
        .forEach(
            field -> {
              if (!known.contains(field.memberName())) {
                missing.add("`" + field.memberName() + "`");
              }
            });
    return missing;
  }

  private void features(FeatureChecks.Section section) {
    line("## " + section.title());
    line("");
    line("| DynamoDB | Here | Answer |");
    line("|---|---|---|");
    for (FeatureChecks.Feature feature : section.features()) {
      line("| " + feature.name() + " | " + feature.here() + " | " + feature.answer() + " |");
    }
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
