package com.example.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs something on many threads that start at the same moment. */
final class InParallel {
  private InParallel() {}

  /** Runs tasks 0 to {@code threads - 1}; the results in the order of the tasks. */
  static <T> List<T> run(int threads, IntFunction<Callable<T>> task) throws Exception {
    var executor = Executors.newFixedThreadPool(threads);
    var start = new CountDownLatch(1);
    try {
      List<Future<T>> futures =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      executor.submit(
                          () -> {
                            start.await();
                            return task.apply(i).call();
                          }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
