package io.keystonedb.migration;

import io.keystonedb.sdk.support.ClientClass;
import io.keystonedb.sdk.support.ClientOperations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients over two others. Without being told otherwise, writes and reads reach the shadow
 * {@link Mode#LATER}, tables are made on both sides one after the other, every read is compared
 * once, and nothing but the service's own rules makes two answers equal.
 *
 * <p>Methods throw {@link IllegalArgumentException} for what cannot be meant. Not thread-safe.
 *
 * @param <C> the client
 */
public final class DualWriteBuilder<C> {
  private static final int MOST_THREADS = 1024;

  private final Set<String> operations;
  private final Function<DualWriteOptions, C> maker;
  private final Map<OperationClass, Mode> modes = new EnumMap<>(OperationClass.class);
  private final Map<String, Mode> operationModes = new HashMap<>();
  private final Map<String, Double> samples = new HashMap<>();
  private final List<DiscrepancyHandler> handlers = new ArrayList<>();
  private double sample = 1;
  private int settleAttempts;
  private Duration settleDelay = Duration.ZERO;
  private ComparisonRules rules = ComparisonRules.strict();
  private int queueCapacity = 10_000;
  private int shadowThreads = 16;
  private Duration shadowTimeout = Duration.ofSeconds(1);
  private Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30));
  private int maxKept = 1000;
  private InstantSource clock = InstantSource.system();
  private @Nullable Pauses pauses;

  /** A builder of clients of a generated class, of which {@code type} is the base. */
  static <C> DualWriteBuilder<C> over(
      Object primary, Object shadow, ClientClass<?> clients, Class<C> type) {
    Objects.requireNonNull(primary, "primary");
    Objects.requireNonNull(shadow, "shadow");
    if (primary == shadow) {
      throw new IllegalArgumentException("The primary and the shadow are the same client");
    }
    ClientOperations operations = clients.operations();
    return new DualWriteBuilder<>(
        operations.names(),
        options ->
            type.cast(
                clients.create(
                    new DualWriteEngine(
                        options,
                        new Side(primary, operations, NameTranslation.NONE),
                        new Side(shadow, operations, options.translation())))));
  }

  /**
   * A builder.
   *
   * @param operations the names of the operations that the SDK in use knows
   */
  DualWriteBuilder(Set<String> operations, Function<DualWriteOptions, C> maker) {
    this.operations = operations;
    this.maker = maker;
    modes.put(OperationClass.READ, Mode.LATER);
    modes.put(OperationClass.WRITE, Mode.LATER);
    modes.put(OperationClass.TABLE, Mode.SEQUENTIAL);
  }

  /** When the shadow gets reads, writes and changes of tables. */
  public DualWriteBuilder<C> mode(Mode mode) {
    return mode(OperationClass.READ, mode)
        .mode(OperationClass.WRITE, mode)
        .mode(OperationClass.TABLE, mode);
  }

  /** When the shadow gets operations of a class. */
  public DualWriteBuilder<C> mode(OperationClass operations, Mode mode) {
    Objects.requireNonNull(mode, "mode");
    if (operations == OperationClass.OTHER) {
      throw new IllegalArgumentException(
          "Operations of class OTHER concern the primary alone; they have no mode");
    }
    modes.put(operations, mode);
    return this;
  }

  /**
   * When the shadow gets one operation.
   *
   * @param operation its name in the service, {@code Query} for example
   */
  public DualWriteBuilder<C> mode(String operation, Mode mode) {
    operationModes.put(known(operation), Objects.requireNonNull(mode, "mode"));
    return this;
  }

  /**
   * Compares only a part of the reads: always or never those of the same item.
   *
   * @param share from 0, none, to 1, all
   */
  public DualWriteBuilder<C> sample(double share) {
    sample = share("The sample", share);
    return this;
  }

  /** As {@link #sample(double)}, for one operation. */
  public DualWriteBuilder<C> sample(String operation, double share) {
    samples.put(known(operation), share("The sample of " + operation, share));
    return this;
  }

  /**
   * Reads that differ are looked at again, with consistent reads where there are any, and only
   * count if they still differ: for sides that are eventually consistent or written by many at
   * once.
   *
   * @param attempts how often at most
   * @param delay before each
   */
  public DualWriteBuilder<C> settle(int attempts, Duration delay) {
    if (attempts < 1) {
      throw new IllegalArgumentException("Settling takes at least one attempt, not " + attempts);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("The delay of settling is negative: " + delay);
    }
    settleAttempts = attempts;
    settleDelay = delay;
    return this;
  }

  /** What counts as a difference. */
  public DualWriteBuilder<C> rules(ComparisonRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
    return this;
  }

  /** How many requests may be due at the shadow; more are dropped and counted. */
  public DualWriteBuilder<C> queueCapacity(int requests) {
    queueCapacity = positive("The capacity of the queue", requests);
    return this;
  }

  /** How many requests the shadow gets at a time at most. */
  public DualWriteBuilder<C> shadowThreads(int threads) {
    if (threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "The number of shadow threads is at most " + MOST_THREADS + ", not " + threads);
    }
    shadowThreads = positive("The number of shadow threads", threads);
    return this;
  }

  /** How long a caller waits for the shadow at most in {@link Mode#PARALLEL}. */
  public DualWriteBuilder<C> shadowTimeout(Duration timeout) {
    shadowTimeout = positive("The timeout of the shadow", timeout);
    return this;
  }

  /**
   * How long to wait before a write is tried again at a shadow that is down: twice as long each
   * time.
   */
  public DualWriteBuilder<C> backoff(Duration first, Duration longest) {
    positive("The first backoff", first);
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "The longest backoff, " + longest + ", is shorter than the first, " + first);
    }
    backoff = new Backoff(first, longest);
    return this;
  }

  /** How many different discrepancies are kept for reports; all are counted. */
  public DualWriteBuilder<C> keep(int discrepancies) {
    maxKept = positive("The number of discrepancies to keep", discrepancies);
    return this;
  }

  /** Who gets to know of discrepancies. */
  public DualWriteBuilder<C> handler(DiscrepancyHandler handler) {
    handlers.add(Objects.requireNonNull(handler, "handler"));
    return this;
  }

  /** What tells when discrepancies are seen; a {@code KeystoneClock} is one. */
  public DualWriteBuilder<C> clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** For tests: how waits pass. */
  DualWriteBuilder<C> pauses(Pauses pauses) {
    this.pauses = pauses;
    return this;
  }

  /** The client. */
  public C build() {
    return maker.apply(
        new DualWriteOptions(
            modes,
            operationModes,
            samples,
            sample,
            settleAttempts,
            settleDelay,
            rules,
            queueCapacity,
            shadowThreads,
            shadowTimeout,
            backoff,
            maxKept,
            handlers,
            clock,
            pauses));
  }

  private String known(String operation) {
    if (!operations.contains(operation)) {
      throw new IllegalArgumentException(
          "There is no operation \"" + operation + "\" in the SDK in use");
    }
    return operation;
  }

  private static double share(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(what + " is a share from 0 to 1, not " + share);
    }
    return share;
  }

  private static int positive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " is at least 1, not " + number);
    }
    return number;
  }

  private static Duration positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is not positive: " + duration);
    }
    return duration;
  }
}
