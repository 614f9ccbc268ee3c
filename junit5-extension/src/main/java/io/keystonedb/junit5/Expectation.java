package io.keystonedb.junit5;

import io.keystonedb.migration.ComparisonRules;
import io.keystonedb.migration.Discrepancy;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** A discrepancy that is known. Thread-safe. */
final class Expectation {
  /** What a comparison of whole tables calls itself. */
  private static final String WHOLE_TABLES = "Comparison";

  private static final Set<String> OPERATIONS =
      Stream.concat(
              Stream.of(WHOLE_TABLES),
              Arrays.stream(DynamoDbClient.class.getMethods())
                  .filter(method -> method.getParameterCount() == 1)
                  .map(method -> method.getParameterTypes()[0])
                  .filter(DynamoDbRequest.class::isAssignableFrom)
                  .map(type -> type.getSimpleName().replaceFirst("Request$", "")))
          .collect(Collectors.toSet());

  private final ExpectDiscrepancy annotation;
  private final Origin origin;
  private final AtomicBoolean seen = new AtomicBoolean();

  private Expectation(ExpectDiscrepancy annotation, Origin origin) {
    this.annotation = annotation;
    this.origin = origin;
  }

  /**
   * Those on a class or method.
   *
   * @param member the name of the method
   */
  static List<Expectation> on(
      AnnotatedElement element, Class<?> testClass, @Nullable String member) {
    Origin origin = new Origin(testClass, member, "@ExpectDiscrepancy");
    List<Expectation> expectations = new ArrayList<>();
    for (ExpectDiscrepancy each :
        AnnotationSupport.findRepeatableAnnotations(element, ExpectDiscrepancy.class)) {
      check(each, origin);
      expectations.add(new Expectation(each, origin));
    }
    return expectations;
  }

  private static void check(ExpectDiscrepancy annotation, Origin origin) {
    boolean saysNothing =
        annotation.kind().length == 0
            && annotation.operation().isEmpty()
            && annotation.table().isEmpty()
            && annotation.path().isEmpty();
    if (saysNothing) {
      throw origin.mistake(
          "because = \"" + annotation.because() + "\"",
          "it would accept every discrepancy",
          "say which one: kind, operation, table or path");
    }
    if (!annotation.operation().isEmpty() && !OPERATIONS.contains(annotation.operation())) {
      throw origin.mistake(
          "operation = \"" + annotation.operation() + "\"",
          "there is no such operation in the SDK in use",
          "write the service's name, such as GetItem; what the comparison of whole tables finds is"
              + " of "
              + WHOLE_TABLES);
    }
    if (annotation.because().isBlank()) {
      throw origin.mistake(
          "because = \"\"", "nobody will know why it is accepted", "say why both sides differ");
    }
    if (!annotation.path().isEmpty()) {
      try {
        ComparisonRules.builder().ignore(annotation.path());
      } catch (IllegalArgumentException e) {
        throw origin.mistake(
            "path = \"" + annotation.path() + "\"",
            String.valueOf(e.getMessage()),
            "write a path as in expressions, with * for any name and [*] for any position",
            e);
      }
    }
  }

  /** Whether this is the one, or one of those, that is known. */
  boolean matches(Discrepancy discrepancy) {
    boolean matches =
        (annotation.kind().length == 0
                || Arrays.asList(annotation.kind()).contains(discrepancy.kind()))
            && (annotation.operation().isEmpty()
                || annotation.operation().equals(discrepancy.operation()))
            && (annotation.table().isEmpty() || annotation.table().equals(discrepancy.table()))
            && (annotation.path().isEmpty() || isAtPath(discrepancy));
    if (matches) {
      seen.set(true);
    }
    return matches;
  }

  private boolean isAtPath(Discrepancy discrepancy) {
    return !discrepancy.differences().isEmpty()
        && discrepancy.differences().stream().allMatch(each -> each.isAt(annotation.path()));
  }

  boolean isSeen() {
    return seen.get();
  }

  String because() {
    return annotation.because();
  }

  /** The failure that it did not occur is. */
  AssertionError gone() {
    List<String> said = new ArrayList<>();
    if (annotation.kind().length > 0) {
      said.add("kind = " + Arrays.toString(annotation.kind()));
    }
    add(said, "operation", annotation.operation());
    add(said, "table", annotation.table());
    add(said, "path", annotation.path());
    add(said, "because", annotation.because());
    return new AssertionError(
        origin.message(
            String.join(", ", said),
            "the discrepancy no longer occurs",
            "remove the annotation, or correct what it expects"));
  }

  private static void add(List<String> said, String name, String value) {
    if (!value.isEmpty()) {
      said.add(name + " = \"" + value + "\"");
    }
  }
}
