package io.keystonedb.server.internal.cli;

import io.keystonedb.server.KeystoneServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The program behind {@code java -jar keystonedb.jar}, without the JVM around it. */
public final class Program {
  /** Everything went as it should. */
  public static final int SUCCESS = 0;

  /** The server could not start. */
  public static final int FAILURE = 1;

  /** The command line has a mistake. */
  public static final int USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final Running running;

  /**
   * The program with what it talks to.
   *
   * @param running is called with a server that has started, and returns when it is to end
   */
  public Program(
      PrintStream out, PrintStream err, Map<String, String> environment, Running running) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.running = running;
  }

  /** Runs to the end and returns the status to exit with. */
  public int run(List<String> arguments) {
    try {
      Settings settings = CommandLine.parse(arguments);
      if (settings.wantsHelp()) {
        out.print(CommandLine.help());
      } else if (settings.wantsVersion()) {
        out.println("KeystoneDB " + version());
      } else {
        serve(settings);
      }
      return SUCCESS;
    } catch (UsageException e) {
      err.println("keystonedb: " + e.getMessage());
      return USAGE;
    } catch (UncheckedIOException | IOException e) {
      err.println("keystonedb: " + e.getMessage());
      return FAILURE;
    }
  }

  private void serve(Settings settings) throws IOException {
    try (KeystoneServer server = settings.start(environment)) {
      out.println("KeystoneDB " + version() + " listens on " + server.endpoint());
      out.flush();
      running.untilStopped(server);
    }
  }

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** Waits as long as a server is to run. */
  @FunctionalInterface
  public interface Running {
    void untilStopped(KeystoneServer server);
  }
}
