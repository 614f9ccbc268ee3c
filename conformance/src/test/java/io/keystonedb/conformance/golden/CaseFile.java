package io.keystonedb.conformance.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the cases of {@code conformance/cases}; {@code README.md} there describes their form.
 *
 * @param name of the file
 * @param cases in its order
 */
record CaseFile(String name, List<GoldenCase> cases) {
  /** Where the cases are. */
  static final Path DIRECTORY = directory();

  private static final String TABLES = "tables.json";
  private static final Set<String> OF_FILE =
      Set.of("about", "source", "through", "tables", "items", "cases");
  private static final Set<String> OF_CASE =
      Set.of("name", "source", "through", "tables", "items", "steps");
  private static final Set<String> OF_STEP =
      Set.of("operation", "request", "answer", "answerIncludes", "error", "anyOrder", "remember");

  /** All of them, in the order of their names. */
  static List<CaseFile> readAll() {
    Map<String, Object> tables = Json.object(read(DIRECTORY.resolve(TABLES)));
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.endsWith(TABLES))
          .sorted()
          .map(file -> new Reader(file, tables).read())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in the module's directory or in its {@code target}. */
  private static Path directory() {
    Path here = Path.of("").toAbsolutePath();
    return (here.endsWith("target") ? here.getParent() : here).resolve("cases");
  }

  private static Object read(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("cannot read " + file, e);
    }
  }

  /** Reads one file. */
  private static final class Reader {
    private final String fileName;
    private final Map<String, Object> file;
    private final Map<String, Object> definitions;

    Reader(Path path, Map<String, Object> definitions) {
      fileName = path.getFileName().toString();
      file = Json.object(CaseFile.read(path));
      this.definitions = definitions;
    }

    CaseFile read() {
      checkMembers(fileName, file, OF_FILE);
      List<GoldenCase> cases = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (Object each : (List<?>) file.get("cases")) {
        GoldenCase golden = goldenCase(Json.object(each));
        require(names.add(golden.name()), golden.id(), "is there twice");
        cases.add(golden);
      }
      return new CaseFile(fileName, cases);
    }

    private GoldenCase goldenCase(Map<String, Object> members) {
      String name = (String) members.get("name");
      String id = fileName + " / " + name;
      String source = (String) inherited(members, "source", "");
      require(!source.isEmpty(), id, "has no source");
      List<Step> steps = new ArrayList<>();
      addPreparation(members, steps);
      if (members.containsKey("steps")) {
        checkMembers(id, members, OF_CASE);
        for (Object step : (List<?>) members.get("steps")) {
          checkMembers(id, Json.object(step), OF_STEP);
          steps.add(step(Json.object(step)));
        }
      } else {
        Set<String> known = new HashSet<>(OF_CASE);
        known.addAll(OF_STEP);
        checkMembers(id, members, known);
        steps.add(step(members));
      }
      require(steps.get(steps.size() - 1).expectsSomething(), id, "expects nothing at its end");
      return new GoldenCase(fileName, name, source, through(members), steps);
    }

    private void addPreparation(Map<String, Object> members, List<Step> steps) {
      for (Object table : (List<?>) inherited(members, "tables", List.of())) {
        require(definitions.containsKey(table), fileName, "names an unknown table " + table);
        steps.add(Step.prepare("CreateTable", Json.object(definitions.get(table))));
      }
      Json.object(inherited(members, "items", Map.of()))
          .forEach(
              (table, items) -> {
                for (Object item : (List<?>) items) {
                  steps.add(Step.prepare("PutItem", Map.of("TableName", table, "Item", item)));
                }
              });
    }

    private static Step step(Map<String, Object> members) {
      return new Step(
          (String) members.get("operation"),
          Json.object(members.get("request")),
          members.get("answer"),
          members.get("answerIncludes"),
          Json.object(members.get("error")),
          Boolean.TRUE.equals(members.get("anyOrder")),
          Json.object(members.getOrDefault("remember", Map.of())));
    }

    private Set<EntryPoint> through(Map<String, Object> members) {
      Set<EntryPoint> entryPoints = EnumSet.noneOf(EntryPoint.class);
      for (Object name : (List<?>) inherited(members, "through", List.of())) {
        entryPoints.add(EntryPoint.named((String) name));
      }
      return entryPoints.isEmpty() ? EnumSet.allOf(EntryPoint.class) : entryPoints;
    }

    /** What a case says, else what its file says. */
    private Object inherited(Map<String, Object> members, String name, Object otherwise) {
      return members.getOrDefault(name, file.getOrDefault(name, otherwise));
    }

    private static void checkMembers(String where, Map<String, Object> members, Set<String> known) {
      for (String name : members.keySet()) {
        require(known.contains(name), where, "has an unknown member " + name);
      }
    }

    private static void require(boolean condition, String where, String what) {
      if (!condition) {
        throw new IllegalArgumentException(where + " " + what);
      }
    }
  }
}
