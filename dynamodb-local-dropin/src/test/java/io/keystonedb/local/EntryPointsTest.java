package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The drop-in has exactly the entry points in {@code entry-points.txt}: nothing is missing, so that
 * callers compiled against DynamoDB Local link, and nothing is added, so that they can change back.
 */
class EntryPointsTest {
  private static final String LIST = "/io/keystonedb/local/entry-points.txt";

  /** A listed class and its members, in the form of {@link #members}. */
  private record Listed(String type, Set<String> members) {}

  @TestFactory
  List<DynamicTest> classesHaveTheListedMembers() throws IOException {
    return read().stream()
        .map(
            listed ->
                DynamicTest.dynamicTest(
                    listed.type,
                    () ->
                        assertThat(members(Class.forName(listed.type))).isEqualTo(listed.members)))
        .toList();
  }

  private static List<Listed> read() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                EntryPointsTest.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      String text =
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining("\n"))
              .strip();
      return Arrays.stream(text.split("\n\n")).map(EntryPointsTest::listed).toList();
    }
  }

  private static Listed listed(String block) {
    List<String> lines = block.lines().map(String::strip).toList();
    return new Listed(lines.get(0), new TreeSet<>(lines.subList(1, lines.size())));
  }

  /** The public constructors and methods of a class: name, descriptor and checked exceptions. */
  private static Set<String> members(Class<?> type) {
    Stream<String> constructors =
        Arrays.stream(type.getConstructors())
            .map(each -> "<init> " + descriptor(each, void.class) + thrown(each));
    Stream<String> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .map(
                method ->
                    (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                        + method.getName()
                        + " "
                        + descriptor(method, method.getReturnType())
                        + thrown(method));
    return Stream.concat(constructors, methods).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String descriptor(Executable executable, Class<?> result) {
    return MethodType.methodType(result, executable.getParameterTypes()).toMethodDescriptorString();
  }

  /** Exceptions that callers have to handle. */
  private static String thrown(Executable executable) {
    String checked =
        Arrays.stream(executable.getExceptionTypes())
            .filter(exception -> !RuntimeException.class.isAssignableFrom(exception))
            .map(Class::getName)
            .collect(Collectors.joining(", "));
    return checked.isEmpty() ? "" : " throws " + checked;
  }
}
