package io.keystonedb.internal.expression;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What texts were parsed to. Bounded: when it is full, an eighth of the entries makes room; which
 * ones is left to chance, since a program has few texts and a generator of texts has no use for a
 * cache. Texts that don't parse are not kept. Thread-safe.
 */
public final class TextCache<T> {
  private final int capacity;
  private final Function<String, T> parser;
  private final ConcurrentHashMap<String, T> entries = new ConcurrentHashMap<>();

  /** A cache of so many texts at most. */
  public TextCache(int capacity, Function<String, T> parser) {
    this.capacity = capacity;
    this.parser = parser;
  }

  /** What the parser makes of a text, which it may have made before. */
  public T get(String text) {
    T cached = entries.get(text);
    if (cached != null) {
      return cached;
    }
    T parsed = parser.apply(text);
    if (entries.size() >= capacity) {
      makeRoom();
    }
    entries.put(text, parsed);
    return parsed;
  }

  int size() {
    return entries.size();
  }

  private void makeRoom() {
    Iterator<String> texts = entries.keySet().iterator();
    for (int i = 0; i < capacity / 8 + 1 && texts.hasNext(); i++) {
      texts.next();
      texts.remove();
    }
  }
}
