package io.keystonedb.migration;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts. Thread-safe. */
final class Counters {
  private final Map<Counter, LongAdder> adders = new EnumMap<>(Counter.class);

  Counters() {
    for (Counter counter : Counter.values()) {
      adders.put(counter, new LongAdder());
    }
  }

  void add(Counter counter) {
    adder(counter).increment();
  }

  long get(Counter counter) {
    return adder(counter).sum();
  }

  void clear() {
    adders.values().forEach(LongAdder::reset);
  }

  private LongAdder adder(Counter counter) {
    LongAdder adder = adders.get(counter);
    if (adder == null) {
      throw new IllegalStateException("no counter " + counter);
    }
    return adder;
  }
}
