package io.keystonedb.server;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.Expiry;
import io.keystonedb.internal.wire.Cors;
import io.keystonedb.internal.wire.EngineSource;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.server.internal.HttpServer;
import io.keystonedb.server.internal.IsolatedDatabases;
import io.keystonedb.server.internal.KeyFile;
import io.keystonedb.server.internal.Limits;
import io.keystonedb.server.internal.Periodic;
import io.keystonedb.server.internal.Transport;
import io.keystonedb.server.internal.WireSignedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link KeystoneServer}. Not thread-safe. */
public final class KeystoneServerBuilder {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String LOOPBACK_6 = "::1";

  private final Database database;
  private @Nullable String host;
  private int port;
  private @Nullable Duration privateIdle;
  private @Nullable Duration expiryInterval;
  private @Nullable SSLContext tls;
  private Authentication authentication = Authentication.none();
  private Cors cors = Cors.ANY;
  private Limits limits = Limits.DEFAULT;

  KeystoneServerBuilder(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * The address to listen on; a name stands for all its addresses. At first it is the loopback
   * interface, with IPv4 and, if the machine has it, IPv6: for some clients {@code localhost} is
   * the one, for some the other.
   */
  public KeystoneServerBuilder host(String newHost) {
    host = Objects.requireNonNull(newHost, "host");
    return this;
  }

  /** The port; zero, as at first, for one that is free. */
  public KeystoneServerBuilder port(int newPort) {
    if (newPort < 0 || newPort > 0xFFFF) {
      throw new IllegalArgumentException("not a port: " + newPort);
    }
    port = newPort;
    return this;
  }

  /**
   * Gives each access key and Region a database of its own, as DynamoDB Local does: a fork of the
   * builder's database, which itself is not served. The database of an access key that begins with
   * {@code private} disappears when it was not used for a time; parallel test processes with such
   * keys each have their own and need not clean up.
   *
   * @param newPrivateIdle how long a private database stays without being used
   */
  public KeystoneServerBuilder isolated(Duration newPrivateIdle) {
    if (newPrivateIdle.isNegative() || newPrivateIdle.isZero()) {
      throw new IllegalArgumentException("private databases need time: " + newPrivateIdle);
    }
    privateIdle = newPrivateIdle;
    return this;
  }

  /**
   * Deletes expired items every so often, those that have been expired for as long as {@link
   * io.keystonedb.Dials#expiredItemsStay} says. Without it only moving a database's clock deletes
   * them, which clients cannot do over HTTP.
   *
   * @param interval how often
   */
  public KeystoneServerBuilder deleteExpiredItems(Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("an interval has to be positive: " + interval);
    }
    expiryInterval = interval;
    return this;
  }

  /** Speaks TLS with the keys of a context. */
  public KeystoneServerBuilder tls(SSLContext context) {
    tls = Objects.requireNonNull(context, "context");
    return this;
  }

  /**
   * Speaks TLS with the keys of a file in the format PKCS#12.
   *
   * @throws UncheckedIOException if the file cannot be read or has another password
   */
  public KeystoneServerBuilder tls(Path pkcs12, String password) {
    try {
      return tls(KeyFile.read(pkcs12, password));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s is no PKCS#12 file that opens with this password: %s"
              .formatted(pkcs12, Objects.requireNonNullElse(e.getMessage(), e.toString())),
          e);
    }
  }

  /** Who may use the server; at first, everybody who reaches it. */
  public KeystoneServerBuilder authentication(Authentication newAuthentication) {
    authentication = Objects.requireNonNull(newAuthentication, "authentication");
    return this;
  }

  /** The origins of web pages that may use the server; without any, as at first, all may. */
  public KeystoneServerBuilder cors(List<String> origins) {
    cors = new Cors(origins);
    return this;
  }

  /** How many connections may be open at the same time, 1,000 at first; more are answered 503. */
  public KeystoneServerBuilder maxConnections(int connections) {
    limits = limits.withConnections(connections);
    return this;
  }

  /**
   * Limits of time.
   *
   * @param request how long a request may take to arrive and its answer to be taken, 30 seconds at
   *     first
   * @param idle how long a connection may wait for its next request, 5 minutes at first
   */
  public KeystoneServerBuilder timeouts(Duration request, Duration idle) {
    limits = limits.withTimes(request, idle);
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws UncheckedIOException if the address cannot be had; the message says which
   */
  public KeystoneServer start() {
    EngineSource databases = (request, signature) -> database.engine();
    List<Runnable> housekeeping = new ArrayList<>();
    Runnable expiry = () -> Expiry.deleteDue(database.engine());
    if (privateIdle != null) {
      IsolatedDatabases isolated = new IsolatedDatabases(database, privateIdle);
      databases = isolated;
      housekeeping.add(isolated::dropIdle);
      expiry = () -> isolated.forEach(Expiry::deleteDue);
    }
    if (expiryInterval != null) {
      housekeeping.add(new Periodic(expiryInterval, expiry));
    }
    WireProtocol protocol =
        new WireProtocol(authenticated(databases), database.engine().account().region(), cors);
    Transport transport = tls == null ? Transport.PLAIN : Transport.tls(tls);
    try {
      List<InetSocketAddress> addresses = addresses();
      HttpServer http = HttpServer.start(addresses, transport, protocol, limits, housekeeping);
      return new KeystoneServer(http, endpoint(addresses.get(0).getAddress(), http.port()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on %s:%d: %s"
              .formatted(host == null ? LOOPBACK : host, port, e.getMessage()),
          e);
    }
  }

  private EngineSource authenticated(EngineSource databases) {
    Authentication gate = authentication;
    return (request, signature) -> {
      gate.check(new WireSignedRequest(request, signature));
      return databases.engine(request, signature);
    };
  }

  private List<InetSocketAddress> addresses() throws UnknownHostException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String name : host == null ? List.of(LOOPBACK, LOOPBACK_6) : List.of(host)) {
      for (InetAddress address : InetAddress.getAllByName(name)) {
        addresses.add(new InetSocketAddress(address, port));
      }
    }
    return addresses;
  }

  /** An address that stands for all interfaces is none that clients can use. */
  private URI endpoint(InetAddress address, int actualPort) {
    String name = host == null || address.isAnyLocalAddress() ? LOOPBACK : host;
    String literal = name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    return URI.create((tls == null ? "http" : "https") + "://" + literal + ":" + actualPort);
  }
}
