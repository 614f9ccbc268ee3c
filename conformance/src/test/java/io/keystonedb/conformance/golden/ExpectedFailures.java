package io.keystonedb.conformance.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases that KeystoneDB answers in another way than the service, from {@code
 * expected-failures.txt}.
 *
 * @param entryPoints by the id of a case those that fail; empty if all do
 */
record ExpectedFailures(Map<String, Set<EntryPoint>> entryPoints) {
  /** Where they are listed. */
  static final String FILE = "expected-failures.txt";

  private static final Pattern LINE = Pattern.compile("(.+?)(?: \\[([a-z, -]+)])?");

  static ExpectedFailures read() {
    Map<String, Set<EntryPoint>> entryPoints = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(CaseFile.DIRECTORY.resolve(FILE))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line.strip(), entryPoints);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ExpectedFailures(entryPoints);
  }

  private static void add(String line, Map<String, Set<EntryPoint>> entryPoints) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(FILE + ": " + line);
    }
    Set<EntryPoint> some = EnumSet.noneOf(EntryPoint.class);
    if (matcher.group(2) != null) {
      for (String name : matcher.group(2).split(", *")) {
        some.add(EntryPoint.named(name));
      }
    }
    if (entryPoints.put(matcher.group(1), some) != null) {
      throw new IllegalArgumentException(FILE + " lists it twice: " + matcher.group(1));
    }
  }

  boolean lists(GoldenCase golden, EntryPoint entryPoint) {
    Set<EntryPoint> some = entryPoints.get(golden.id());
    return some != null && (some.isEmpty() || some.contains(entryPoint));
  }
}
