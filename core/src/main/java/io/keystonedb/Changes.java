package io.keystonedb;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.StreamReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks the changes of a table in the order of their commits, from the oldest that its stream
 * retains on. At the end it waits for nothing: {@link #hasNext} is false until there is another
 * change. Not thread-safe.
 */
public final class Changes implements Iterator<Change> {
  private static final int PAGE_RECORDS = 100;

  private final Engine engine;
  private final int stream;
  private final Deque<Change> read = new ArrayDeque<>();
  private long next = 1;

  Changes(Engine engine, int stream) {
    this.engine = engine;
    this.stream = stream;
  }

  /** Whether there is a change now that was not returned yet. */
  @Override
  public boolean hasNext() {
    if (read.isEmpty()) {
      read.addAll(
          engine.read(
              reader ->
                  StreamReader.changes(
                      reader, stream, next, PAGE_RECORDS, engine.clock().instant())));
    }
    return !read.isEmpty();
  }

  /**
   * The next change.
   *
   * @throws NoSuchElementException if there is none yet
   */
  @Override
  public Change next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no further change yet");
    }
    Change change = read.remove();
    next = change.sequence() + 1;
    return change;
  }
}
