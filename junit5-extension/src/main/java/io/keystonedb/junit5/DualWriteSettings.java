package io.keystonedb.junit5;

import io.keystonedb.migration.ComparisonRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a {@link DualWrite} annotation, or the configuration parameters, say for a class.
 *
 * @param given gives the client if the reference is {@link Reference#CLIENT}
 * @param directory where pages are written
 */
record DualWriteSettings(
    Origin origin,
    Reference reference,
    @Nullable Supplier<DynamoDbClient> given,
    boolean failing,
    int show,
    ComparisonRules rules,
    boolean compareTables,
    boolean existingTables,
    Path directory) {
  static final String PARAMETER = "keystonedb.dual-write";

  /** What holds for a class; empty if it does not write to two sides. */
  static Optional<DualWriteSettings> of(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    Origin origin = new Origin(testClass, null, "@DualWrite");
    Optional<Reference> parameter =
        context
            .getConfigurationParameter(PARAMETER)
            .map(text -> reference(text, PARAMETER, testClass));
    Optional<DualWrite> annotation = annotation(context);
    if (parameter.equals(Optional.of(Reference.NONE))) {
      return Optional.empty();
    }
    return annotation
        .map(each -> of(each, origin, context))
        .or(() -> parameter.map(reference -> of(reference, origin, context)))
        .filter(settings -> settings.reference != Reference.NONE);
  }

  private static Optional<DualWrite> annotation(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
    classes.add(context.getRequiredTestClass());
    Optional<DualWrite> innermost = Optional.empty();
    for (Class<?> each : classes) {
      Optional<DualWrite> found = AnnotationSupport.findAnnotation(each, DualWrite.class);
      innermost = found.isPresent() ? found : innermost;
    }
    return innermost;
  }

  private static Reference reference(String text, String parameter, Class<?> testClass) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    List<Reference> all =
        Arrays.stream(Reference.values()).filter(each -> each != Reference.CLIENT).toList();
    if (name.equals("OFF")) {
      return Reference.NONE;
    }
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Origin(testClass, null, "the configuration parameter " + parameter)
                    .mistake(
                        "\"" + text + "\"",
                        "there is no such reference",
                        "say off, or one of "
                            + all.stream().map(Enum::name).collect(Collectors.joining(", "))));
  }

  private static DualWriteSettings of(
      Reference reference, Origin origin, ExtensionContext context) {
    return new DualWriteSettings(
        origin,
        reference,
        null,
        failing(context),
        10,
        ComparisonRules.strict(),
        true,
        false,
        directory(context));
  }

  private static DualWriteSettings of(
      DualWrite annotation, Origin origin, ExtensionContext context) {
    if (annotation.show() < 1) {
      throw origin.mistake(
          "show = " + annotation.show(),
          "a message that shows no discrepancy helps nobody",
          "say how many to show, at least 1, or failing = false to only report them");
    }
    if (annotation.reference() == Reference.ENDPOINT && !annotation.compareTables()) {
      throw origin.mistake(
          "reference = ENDPOINT, compareTables = false",
          "tests would write to tables that they did not make",
          "leave compareTables out, or give a client with method or supplier");
    }
    return new DualWriteSettings(
        origin,
        annotation.reference(),
        GivenClient.of(annotation, origin),
        annotation.failing() && failing(context),
        annotation.show(),
        rules(annotation, origin),
        annotation.compareTables(),
        annotation.existingTables(),
        directory(context));
  }

  private static boolean failing(ExtensionContext context) {
    String parameter = PARAMETER + ".failing";
    String text = context.getConfigurationParameter(parameter).orElse("true");
    if (!text.equals("true") && !text.equals("false")) {
      throw new Origin(
              context.getRequiredTestClass(), null, "the configuration parameter " + parameter)
          .mistake("\"" + text + "\"", "it is neither", "say true or false");
    }
    return text.equals("true");
  }

  private static Path directory(ExtensionContext context) {
    return Path.of(
        context
            .getConfigurationParameter(PARAMETER + ".directory")
            .orElse("target/keystonedb-dual-write"));
  }

  private static ComparisonRules rules(DualWrite annotation, Origin origin) {
    boolean isStrict = annotation.rules() == DualWrite.Strict.class;
    if (isStrict) {
      return ignoring(annotation.ignore(), origin);
    }
    if (annotation.ignore().length > 0) {
      throw origin.mistake(
          "ignore, rules",
          "it is said twice what counts as a difference",
          "put the paths into " + annotation.rules().getSimpleName() + " with ignore(path)");
    }
    return Instances.of(annotation.rules(), "rules", "ComparisonRules", origin);
  }

  private static ComparisonRules ignoring(String[] paths, Origin origin) {
    ComparisonRules.Builder rules = ComparisonRules.builder();
    for (String path : paths) {
      try {
        rules.ignore(path);
      } catch (IllegalArgumentException e) {
        throw origin.mistake(
            "ignore = \"" + path + "\"",
            String.valueOf(e.getMessage()),
            "write a path as in expressions, with * for any name and [*] for any position",
            e);
      }
    }
    return paths.length == 0 ? ComparisonRules.strict() : rules.build();
  }
}
