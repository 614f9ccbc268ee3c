package io.keystonedb.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a check on many random cases. Each case has a seed of its own, which a failure prints;
 * {@code -Dkeystonedb.seed=<seed>} runs that case alone.
 */
public final class RandomCases {
  private static final String SEED_PROPERTY = "keystonedb.seed";

  private RandomCases() {}

  /** Runs a check that draws what it needs. */
  public static void check(int cases, Consumer<Random> body) {
    forEachSeed(
        cases,
        seed -> {
          try {
            body.accept(new Random(seed));
          } catch (Throwable failure) {
            throw failed(seed, "", failure);
          }
        });
  }

  /**
   * Runs a check on lists, such as the steps of a scenario. A list that fails is shortened as long
   * as what remains fails too; so the check starts afresh each time.
   */
  public static <T> void checkLists(
      int cases, Function<Random, List<T>> generator, Consumer<List<T>> body) {
    forEachSeed(
        cases,
        seed -> {
          List<T> list = generator.apply(new Random(seed));
          Throwable failure = failureOf(body, list);
          if (failure != null) {
            List<T> shortest = shortened(list, body);
            throw failed(seed, "\nShortest list: " + shortest, failureOf(body, shortest));
          }
        });
  }

  private static void forEachSeed(int cases, Consumer<Long> body) {
    Long replayed = Long.getLong(SEED_PROPERTY);
    if (replayed != null) {
      body.accept(replayed);
      return;
    }
    Random seeds = new Random();
    for (int i = 0; i < cases; i++) {
      body.accept(seeds.nextLong());
    }
  }

  private static <T> List<T> shortened(List<T> failing, Consumer<List<T>> body) {
    List<T> shortest = failing;
    for (int chunk = shortest.size() / 2; chunk > 0; chunk /= 2) {
      for (int start = 0; start + chunk <= shortest.size(); ) {
        List<T> candidate = new ArrayList<>(shortest);
        candidate.subList(start, start + chunk).clear();
        if (failureOf(body, candidate) != null) {
          shortest = candidate;
        } else {
          start += chunk;
        }
      }
    }
    return shortest;
  }

  private static <T> Throwable failureOf(Consumer<List<T>> body, List<T> list) {
    try {
      body.accept(list);
      return null;
    } catch (Throwable failure) {
      return failure;
    }
  }

  private static AssertionError failed(long seed, String detail, Throwable failure) {
    String replay = "Replay with -D" + SEED_PROPERTY + "=" + seed;
    return new AssertionError(replay + detail + "\n" + failure, failure);
  }
}
