package io.keystonedb.internal.expression;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Parsed expressions by their text. Bounded: when it is full, an eighth of the entries makes room;
 * which ones is left to chance, since a program has few texts and a generator of texts has no use
 * for a cache. Texts that don't parse are not kept. Thread-safe.
 */
final class ParseCache<T> {
  private final int capacity;
  private final Function<String, Parsed<T>> parser;
  private final ConcurrentHashMap<String, Parsed<T>> entries = new ConcurrentHashMap<>();

  ParseCache(int capacity, Function<String, Parsed<T>> parser) {
    this.capacity = capacity;
    this.parser = parser;
  }

  Parsed<T> get(String text) {
    Parsed<T> cached = entries.get(text);
    if (cached != null) {
      return cached;
    }
    Parsed<T> parsed = parser.apply(text);
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
