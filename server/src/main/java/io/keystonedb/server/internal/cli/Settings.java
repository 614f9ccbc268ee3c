package io.keystonedb.server.internal.cli;

import io.keystonedb.Database;
import io.keystonedb.server.Authentication;
import io.keystonedb.server.KeystoneServer;
import io.keystonedb.server.KeystoneServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the options of a command line add up to. Not thread-safe. */
public final class Settings {
  /** As DynamoDB Local. */
  private static final int DEFAULT_PORT = 8000;

  /**
   * Long enough to be noticed by a client that does not wait; DynamoDB Local does not say how long.
   */
  private static final Duration LOCAL_DELAY = Duration.ofSeconds(5);

  /** The service takes hours or days for it; nobody wants to wait that long here. */
  private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(10);

  private final Map<String, String> keys = new HashMap<>();
  private @Nullable String host;
  private int port = DEFAULT_PORT;
  private boolean shared;
  private Duration privateIdle = Duration.ofMinutes(10);
  private Duration tableChanges = Duration.ZERO;
  private Duration expiredItemsStay = Duration.ZERO;
  private List<String> origins = List.of();
  private int maxConnections = 1000;
  private @Nullable Path keyStore;
  private boolean help;
  private boolean version;

  void host(String value) {
    host = value;
  }

  void port(String value) {
    port = number(value, 0, 0xFFFF, "a port");
  }

  void share() {
    shared = true;
  }

  void privateIdle(String value) {
    privateIdle = seconds(value, 1);
  }

  void tableChanges(String value) {
    tableChanges = seconds(value, 0);
  }

  void expiredItemsStay(String value) {
    expiredItemsStay = seconds(value, 0);
  }

  void delayTableChanges() {
    tableChanges = LOCAL_DELAY;
  }

  void origins(String value) {
    origins = value.equals("*") ? List.of() : List.of(value.split(",", -1));
  }

  void maxConnections(String value) {
    maxConnections = number(value, 1, 100_000, "a number of connections");
  }

  void key(String value) {
    int colon = value.indexOf(':');
    if (colon < 1 || colon == value.length() - 1) {
      throw new UsageException("--auth takes an access key and its secret: --auth KEY:SECRET");
    }
    keys.put(value.substring(0, colon), value.substring(colon + 1));
  }

  void keyStore(String value) {
    keyStore = Path.of(value);
    if (!Files.isReadable(keyStore)) {
      throw new UsageException("cannot read " + value + ": --tls takes a PKCS#12 file");
    }
  }

  void help() {
    help = true;
  }

  void version() {
    version = true;
  }

  boolean wantsHelp() {
    return help;
  }

  boolean wantsVersion() {
    return version;
  }

  /** Starts the server. */
  public KeystoneServer start(Map<String, String> environment) throws IOException {
    KeystoneServerBuilder builder =
        KeystoneServer.builder(database())
            .port(port)
            .cors(origins)
            .deleteExpiredItems(EXPIRY_INTERVAL)
            .maxConnections(maxConnections);
    if (host != null) {
      builder.host(host);
    }
    if (!shared) {
      builder.isolated(privateIdle);
    }
    if (!keys.isEmpty()) {
      builder.authentication(Authentication.signatureVersion4(keys));
    }
    if (keyStore != null) {
      builder.tls(keyStore, password(keyStore, environment));
    }
    return builder.start();
  }

  /** A new database for the server. */
  Database database() {
    Database database = Database.inMemory();
    database.dials().tableChanges(tableChanges).expiredItemsStay(expiredItemsStay);
    return database;
  }

  private static String password(Path keyStore, Map<String, String> environment) {
    String password = environment.get(CommandLine.PASSWORD_VARIABLE);
    if (password == null) {
      throw new UsageException(
          "--tls needs the password of %s in the environment variable %s"
              .formatted(keyStore, CommandLine.PASSWORD_VARIABLE));
    }
    return password;
  }

  private static Duration seconds(String text, int least) {
    return Duration.ofSeconds(number(text, least, 1_000_000, "a number of seconds"));
  }

  private static int number(String text, int least, int most, String what) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException(
        "'%s' is not %s: give one from %d to %d".formatted(text, what, least, most));
  }
}
