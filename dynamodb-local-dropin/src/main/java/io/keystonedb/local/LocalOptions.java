package io.keystonedb.local;

import io.keystonedb.server.internal.cli.CommandLine;
import io.keystonedb.server.internal.cli.Settings;
import io.keystonedb.server.internal.cli.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local's options, from its command line or from its constructors. */
public final class LocalOptions {
  private LocalOptions() {}

  /**
   * What a command line adds up to.
   *
   * @throws ParseException if there is a mistake; the message says what to do about it
   */
  public static Settings parse(String... arguments) throws ParseException {
    try {
      return CommandLine.parse(List.of(arguments));
    } catch (UsageException e) {
      throw new ParseException(e.getMessage());
    }
  }

  /**
   * What a port and the options of a handler add up to.
   *
   * @param options as on the command line
   * @throws IllegalArgumentException if there is a mistake; the message says what to do about it
   */
  public static Settings settings(int port, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.add("-port");
    all.add(Integer.toString(port));
    try {
      return CommandLine.parse(all);
    } catch (UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Arguments of a constructor as options on the command line; a path that is null is left out. */
  public static List<String> of(
      boolean inMemory, @Nullable String path, boolean shared, boolean delayed) {
    List<String> options = new ArrayList<>();
    if (inMemory) {
      options.add("-inMemory");
    }
    if (path != null) {
      options.add("-dbPath");
      options.add(path);
    }
    if (shared) {
      options.add("-sharedDb");
    }
    if (delayed) {
      options.add("-delayTransientStatuses");
    }
    return options;
  }
}
