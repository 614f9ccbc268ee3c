package io.keystonedb;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The clock of one database: a source of time plus an offset that tests move.
 *
 * <p>Everything in a database that depends on time follows this clock: expiry of items, tokens of
 * transactions, dates in descriptions. Moving it runs, on the caller's thread, what became due.
 * Thread-safe.
 */
public final class KeystoneClock implements InstantSource {
  private final InstantSource source;
  private final AtomicLong offsetNanos = new AtomicLong();
  private final CopyOnWriteArrayList<Follower<?>> followers = new CopyOnWriteArrayList<>();

  private KeystoneClock(InstantSource source) {
    this.source = source;
  }

  /** A clock that shows the system's time until it is moved. */
  public static KeystoneClock system() {
    return new KeystoneClock(InstantSource.system());
  }

  /** A clock over another source of time. */
  public static KeystoneClock of(InstantSource source) {
    return new KeystoneClock(source);
  }

  /** A clock that stands still at an instant until it is moved. */
  public static KeystoneClock fixed(Instant instant) {
    return new KeystoneClock(InstantSource.fixed(instant));
  }

  @Override
  public Instant instant() {
    return source.instant().plusNanos(offsetNanos.get());
  }

  @Override
  public long millis() {
    return source.millis() + Math.floorDiv(offsetNanos.get(), 1_000_000L);
  }

  /** The current time in whole seconds since the epoch. */
  public long epochSeconds() {
    return Math.floorDiv(millis(), 1000L);
  }

  /**
   * Moves the clock forward and runs what became due. If that fails in one database, it still runs
   * in the others that follow this clock, and the failure is thrown in the end.
   *
   * @throws IllegalArgumentException if the duration is negative, {@link #set} moves it anywhere;
   *     or if the clock would be 292 years or more ahead of its source of time. It then stays as it
   *     is
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "the clock only advances forwards, not by " + duration + "; use set(instant)");
    }
    try {
      long nanos = duration.toNanos();
      offsetNanos.updateAndGet(offset -> Math.addExact(offset, nanos));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the clock cannot advance by "
              + duration
              + ": it would be more than 292 years ahead of its source of time; set(instant) takes it back",
          e);
    }
    moved();
  }

  /**
   * Moves the clock to an instant, from where it runs on, and runs what became due, as {@link
   * #advance} does.
   *
   * @throws IllegalArgumentException if the instant is 292 years or more from the clock's source of
   *     time; the clock then stays as it is
   */
  public void set(Instant instant) {
    Instant now = source.instant();
    try {
      offsetNanos.set(Duration.between(now, instant).toNanos());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the clock cannot be set to "
              + instant
              + ": it is more than 292 years from its source of time, which shows "
              + now,
          e);
    }
    moved();
  }

  private void moved() {
    Throwable failure = null;
    for (Follower<?> follower : followers) {
      try {
        follower.run();
      } catch (RuntimeException | Error e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  /** A clock of its own with the same source and the same offset. */
  KeystoneClock copy() {
    KeystoneClock copy = new KeystoneClock(source);
    copy.offsetNanos.set(offsetNanos.get());
    return copy;
  }

  /**
   * Has an action run on a target whenever the clock was moved. The clock does not keep the target
   * alive.
   *
   * @return ends it
   */
  <T> Subscription onMove(T target, Consumer<? super T> action) {
    Follower<T> follower = new Follower<>(target, action);
    followers.removeIf(Follower::isGone);
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** A target and what is to run on it. */
  private static final class Follower<T> {
    private final WeakReference<T> target;
    private final Consumer<? super T> action;

    Follower(T target, Consumer<? super T> action) {
      this.target = new WeakReference<>(target);
      this.action = action;
    }

    boolean isGone() {
      return target.refersTo(null);
    }

    void run() {
      T present = target.get();
      if (present != null) {
        action.accept(present);
      }
    }
  }
}
