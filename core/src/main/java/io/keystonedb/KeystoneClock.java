package io.keystonedb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

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
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

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
   * Moves the clock forward and runs what became due.
   *
   * @throws IllegalArgumentException if the duration is negative; {@link #set} moves it anywhere
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "the clock only advances forwards, not by " + duration + "; use set(instant)");
    }
    offsetNanos.addAndGet(duration.toNanos());
    listeners.forEach(Runnable::run);
  }

  /** Moves the clock to an instant, from where it runs on, and runs what became due. */
  public void set(Instant instant) {
    offsetNanos.set(Duration.between(source.instant(), instant).toNanos());
    listeners.forEach(Runnable::run);
  }

  /** A clock of its own with the same source and the same offset. */
  KeystoneClock copy() {
    KeystoneClock copy = new KeystoneClock(source);
    copy.offsetNanos.set(offsetNanos.get());
    return copy;
  }

  /** Registers what is to run whenever the clock was moved. */
  void onMove(Runnable listener) {
    listeners.add(listener);
  }
}
