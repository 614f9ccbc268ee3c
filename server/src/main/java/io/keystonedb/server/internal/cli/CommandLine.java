package io.keystonedb.server.internal.cli;

import java.util.Iterator;
import java.util.List;

/**
 * The two command lines: our own behind {@code serve}, and DynamoDB Local's. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">DynamoDB
 *     Local's options</a>
 */
public final class CommandLine {
  /** A password does not belong on a command line, where every user of the machine can read it. */
  static final String PASSWORD_VARIABLE = "KEYSTONEDB_TLS_PASSWORD";

  private static final String NO_FILES =
      "KeystoneDB keeps data in memory only so far: leave %s out, or say -inMemory";

  private static final List<Option> SERVE =
      List.of(
          Option.with("--port", "N", "port; 8000 if left out, 0 for a free one", Settings::port),
          Option.with(
              "--host",
              "NAME",
              "address to listen on; the loopback interface if left out, 0.0.0.0 for all",
              Settings::host),
          Option.flag(
              "--shared",
              "one database for everybody; else one per access key and Region",
              (s, v) -> s.share()),
          Option.with(
              "--private-idle",
              "SECONDS",
              "how long databases of access keys private... stay unused; 600",
              Settings::privateIdle),
          Option.with(
              "--auth",
              "KEY:SECRET",
              "take only requests signed with this key; may be repeated",
              Settings::key),
          Option.with(
              "--tls",
              "FILE",
              "speak TLS with a PKCS#12 file; its password in $" + PASSWORD_VARIABLE,
              Settings::keyStore),
          Option.with(
              "--cors",
              "ORIGINS",
              "web pages that may ask, between commas; all if left out",
              Settings::origins),
          Option.with(
              "--table-changes",
              "SECONDS",
              "how long tables stay CREATING, UPDATING, DELETING; 0",
              Settings::tableChanges),
          Option.with(
              "--expired-items-stay",
              "SECONDS",
              "how long items stay after their time to live; 0, and up to ten more",
              Settings::expiredItemsStay),
          Option.with(
              "--max-connections",
              "N",
              "connections at the same time; 1000",
              Settings::maxConnections),
          Option.flag("--help", "show this", (s, v) -> s.help()),
          Option.flag("--version", "show the version", (s, v) -> s.version()));

  private static final List<Option> LOCAL =
      List.of(
          Option.with("-port", "N", "port; 8000 if left out", Settings::port),
          Option.flag("-sharedDb", "one database for everybody", (s, v) -> s.share()),
          Option.flag("-inMemory", "what KeystoneDB does anyway", (s, v) -> {}),
          Option.with(
              "-dbPath",
              "DIRECTORY",
              "refused until there are files",
              (s, v) -> noFiles("-dbPath")),
          Option.flag(
              "-optimizeDbBeforeStartup",
              "refused until there are files",
              (s, v) -> noFiles("-optimizeDbBeforeStartup")),
          Option.with(
              "-cors", "ORIGINS", "web pages that may ask, between commas", Settings::origins),
          Option.flag(
              "-delayTransientStatuses",
              "tables stay CREATING, DELETING for some seconds",
              (s, v) -> s.delayTableChanges()),
          Option.flag("-disableTelemetry", "there is none", (s, v) -> {}),
          Option.flag("-help", "show this", (s, v) -> s.help()),
          Option.flag("-version", "show the version", (s, v) -> s.version()));

  private CommandLine() {}

  /**
   * The settings that arguments add up to.
   *
   * @throws UsageException if there is a mistake
   */
  public static Settings parse(List<String> arguments) {
    boolean own = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
    if (own && !arguments.get(0).equals("serve")) {
      throw new UsageException(
          "'%s' is no command: say serve, or --help".formatted(arguments.get(0)));
    }
    if (own) {
      return parse(arguments.subList(1, arguments.size()), SERVE);
    }
    boolean general = arguments.equals(List.of("--help")) || arguments.equals(List.of("--version"));
    return parse(arguments, general ? SERVE : LOCAL);
  }

  private static Settings parse(List<String> arguments, List<Option> known) {
    Settings settings = new Settings();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      Option option = find(equals < 0 ? argument : argument.substring(0, equals), known);
      String value = "";
      if (equals >= 0) {
        value = argument.substring(equals + 1);
      } else if (option.value() != null && rest.hasNext()) {
        value = rest.next();
      }
      if (value.isEmpty() == (option.value() != null)) {
        throw new UsageException("the option is used like this: " + option.usage());
      }
      option.action().apply(settings, value);
    }
    return settings;
  }

  private static Option find(String name, List<Option> known) {
    for (Option option : known) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    throw new UsageException(
        known == SERVE
            ? "'%s' is no option of serve: see serve --help".formatted(name)
            : "'%s' is no option of DynamoDB Local: see -help, or say serve first for ours"
                .formatted(name));
  }

  private static void noFiles(String option) {
    throw new UsageException(NO_FILES.formatted(option));
  }

  /** What {@code --help} shows. */
  static String help() {
    StringBuilder text = new StringBuilder();
    text.append("KeystoneDB: DynamoDB in one process.\n\n");
    text.append("  java -jar keystonedb.jar serve [options]\n");
    SERVE.forEach(option -> line(option, text));
    text.append(
        "\nOr with the options of DynamoDB Local:\n\n  java -jar keystonedb.jar [options]\n");
    LOCAL.forEach(option -> line(option, text));
    return text.toString();
  }

  private static void line(Option option, StringBuilder text) {
    text.append("    %-29s %s%n".formatted(option.usage(), option.help()));
  }
}
