package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.WireProtocol;
import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param connections open at the same time; more are answered 503
 * @param headBytes of a request line, and of all header fields together
 * @param headerFields in number
 * @param request how long a request may take to arrive, and an answer to be taken
 * @param idle how long a connection may wait for its next request
 */
public record Limits(
    int connections, int headBytes, int headerFields, Duration request, Duration idle) {
  /** Largest body, before and after decompression. */
  static final int BODY_BYTES = WireProtocol.MAX_BODY;

  /** The sizes are the service's, and wide enough for any SDK, session tokens included. */
  public static final Limits DEFAULT =
      new Limits(1000, 16 * 1024, 200, Duration.ofSeconds(30), Duration.ofMinutes(5));

  public Limits {
    if (connections < 1) {
      throw new IllegalArgumentException("no connection at all: " + connections);
    }
    requirePositive(request);
    requirePositive(idle);
  }

  private static void requirePositive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a limit of time has to be positive: " + duration);
    }
  }

  /** With another number of connections. */
  public Limits withConnections(int number) {
    return new Limits(number, headBytes, headerFields, request, idle);
  }

  /** With other limits of time. */
  public Limits withTimes(Duration newRequest, Duration newIdle) {
    return new Limits(connections, headBytes, headerFields, newRequest, newIdle);
  }
}
