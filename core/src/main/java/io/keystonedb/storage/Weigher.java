package io.keystonedb.storage;

/**
 * Says what an entry weighs in a {@link Measure}; a store is given one when it is made.
 *
 * <p>The same entry always weighs the same, and a store may ask at any time, on any thread.
 */
@FunctionalInterface
public interface Weigher {
  /** The weight of an entry, at least 0. */
  long weigh(byte[] key, Object value);
}
