package io.keystonedb.internal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The context of one request to a database. Each entry point makes one per request and passes it to
 * everything that the request does. Used by one thread at a time.
 */
public final class RequestContext {
  private final Engine engine;
  private final EntryPoint entryPoint;
  private final Principal principal;
  private final RequestId id;
  private final @Nullable String address;
  private @Nullable Instant now;
  private @Nullable Draws draws;
  private @Nullable Charges charges;

  /** A request that begins now, without an address. */
  public RequestContext(Engine engine, EntryPoint entryPoint, Principal principal, RequestId id) {
    this(engine, entryPoint, principal, id, null);
  }

  /**
   * A request that begins now.
   *
   * @param address where it was sent to, such as {@code localhost:8000}; null if it has none
   */
  public RequestContext(
      Engine engine,
      EntryPoint entryPoint,
      Principal principal,
      RequestId id,
      @Nullable String address) {
    this.engine = engine;
    this.entryPoint = entryPoint;
    this.principal = principal;
    this.id = id;
    this.address = address;
  }

  /** A request without a signature, and with a new id, that begins now. */
  public static RequestContext anonymous(Engine engine, EntryPoint entryPoint) {
    return new RequestContext(engine, entryPoint, Principal.ANONYMOUS, RequestId.next());
  }

  /** What the request works on. */
  public Engine engine() {
    return engine;
  }

  /** The way by which the request came. */
  public EntryPoint entryPoint() {
    return entryPoint;
  }

  /** Who sends the request. */
  public Principal principal() {
    return principal;
  }

  /** The id that the answer carries. */
  public RequestId id() {
    return id;
  }

  /** Where the request was sent to, such as {@code localhost:8000}; null if that is no address. */
  public @Nullable String address() {
    return address;
  }

  /**
   * The time of the request by the clock of the database. The clock is read once, when this is
   * first asked for, so that all that a request does happens at one time.
   */
  public Instant now() {
    if (now == null) {
      now = engine.clock().instant();
    }
    return now;
  }

  /** What the request has consumed in the runs that counted. */
  public Charges charges() {
    if (charges == null) {
      charges = new Charges();
    }
    return charges;
  }

  /** Adds what a run that counted has consumed; most requests have one run. */
  void addCharges(Charges run) {
    if (charges == null) {
      charges = run;
    } else {
      charges.add(run);
    }
  }

  /** Whether the next item that the request comes to is taken to be held by a transaction. */
  boolean isNextItemHeld() {
    if (draws == null) {
      if (engine.conflicts().isOff()) {
        return false;
      }
      draws = new Draws(engine.conflicts());
    }
    return draws.next();
  }

  /** Where the draws for conflicts stand. */
  int drawPosition() {
    return draws == null ? 0 : draws.position();
  }

  /** Has a body that runs again meet the same conflicts as before. */
  void rewindDraws(int position) {
    if (draws != null) {
      draws.rewind(position);
    }
  }
}
