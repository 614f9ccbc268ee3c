package io.keystonedb.conformance.random;

import io.keystonedb.conformance.random.KnownDifference.PlaceMatcher;
import io.keystonedb.conformance.random.KnownDifference.Verdict;
import io.keystonedb.conformance.random.KnownDifference.Witness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads known differences from a resource. A rule is a block of lines {@code name: value}; a line
 * that begins with four blanks continues the one before; {@code #} begins a comment.
 *
 * <pre>
 * rule: what differs
 * verdict: ours wrong | theirs wrong | not established | order of checks
 * service: what the service does
 * source: how we know
 * operations: PutItem, UpdateItem
 * request: template of the whole request; any if the line is absent
 * ours: template of our outcome
 * theirs: template of theirs
 * differs: template of a path | of what ours has there | of what theirs has
 * setup: PutItem {...}
 * witness: PutItem {...}
 * </pre>
 *
 * <p>{@code ours} and {@code theirs} are about errors, or about an error and an answer; {@code
 * differs}, any number of times, about answers and about what writes leave behind. {@code setup} is
 * for the witness that follows it. See {@link Template} for templates and {@link Outcome#summary}
 * for what they are compared with.
 */
final class RuleFile {
  private static final String INDENT = " ".repeat(4);

  private final List<KnownDifference> rules = new ArrayList<>();
  private List<String[]> block = new ArrayList<>();

  private RuleFile() {}

  /** Reads a file beside this class. */
  static List<KnownDifference> read(String name) {
    RuleFile file = new RuleFile();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RuleFile.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(file::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.add("");
    return List.copyOf(file.rules);
  }

  private void add(String line) {
    if (line.startsWith(INDENT)) {
      String[] last = block.get(block.size() - 1);
      last[1] += line.substring(INDENT.length());
    } else if (!line.isBlank()) {
      block.add(line.split(": ", 2));
    } else if (!block.isEmpty()) {
      rules.add(rule());
      block = new ArrayList<>();
    }
  }

  private KnownDifference rule() {
    Verdict verdict = Verdict.valueOf(one("verdict").toUpperCase().replace(' ', '_'));
    return new KnownDifference(
        one("rule"),
        verdict,
        one("service"),
        one("source"),
        Set.of(one("operations").split(", ")),
        verdict == Verdict.ORDER_OF_CHECKS ? new CheckOrder() : templates(),
        witnesses());
  }

  private String one(String name) {
    List<String> values = all(name).toList();
    if (values.size() != 1) {
      throw new IllegalArgumentException(name + " has to be there once: " + describe());
    }
    return values.get(0);
  }

  private Stream<String> all(String name) {
    return block.stream().filter(line -> line[0].equals(name)).map(line -> line[1]);
  }

  private PlaceMatcher templates() {
    String request = all("request").findFirst().orElse("${}");
    List<Template> places =
        all("differs")
            .map(line -> line.split(" \\| ", 3))
            .map(parts -> new Template(List.of(request, parts[0], parts[1], parts[2])))
            .toList();
    if (all("ours").findAny().isEmpty() && !places.isEmpty()) {
      return new TemplateMatcher(null, places);
    }
    return new TemplateMatcher(new Template(List.of(request, one("ours"), one("theirs"))), places);
  }

  private List<Witness> witnesses() {
    List<Witness> witnesses = new ArrayList<>();
    List<Request> setup = new ArrayList<>();
    for (String[] line : block) {
      if (line[0].equals("setup")) {
        setup.add(Request.parse(line[1]));
      } else if (line[0].equals("witness")) {
        witnesses.add(new Witness(List.copyOf(setup), Request.parse(line[1])));
        setup.clear();
      }
    }
    if (witnesses.isEmpty()) {
      throw new IllegalArgumentException("no witness: " + describe());
    }
    return List.copyOf(witnesses);
  }

  private String describe() {
    return block.isEmpty() ? "" : String.join(": ", block.get(0));
  }
}
