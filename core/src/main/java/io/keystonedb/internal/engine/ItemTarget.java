package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/** The item that a write is about, and what the write makes of it. Lives for one run. */
public interface ItemTarget {
  /**
   * The key of the item; null if the request has a malformed one, which {@link #decide} then
   * throws: so a transaction tells what fails the whole request from the reasons of its
   * cancellation.
   */
  @Nullable RowKey<Item> key();

  /**
   * Decides what is to be stored, and writes nothing.
   *
   * @param before what is stored; null if nothing is
   * @throws io.keystonedb.KeystoneException why the write fails
   */
  Decision decide(@Nullable Item before);

  /**
   * The size in bytes by which a write is charged that {@link #decide} refuses.
   *
   * @param before what is stored; null if nothing is
   */
  default int failedBytes(@Nullable Item before) {
    return before == null ? 0 : before.sizeBytes();
  }

  /**
   * What is decided.
   *
   * @param after what is to be stored; null for nothing
   * @param writes whether it is to be stored; a check of a condition only looks
   */
  record Decision(@Nullable Item after, boolean writes) {
    /** To store an item, or nothing. */
    public static Decision store(@Nullable Item after) {
      return new Decision(after, true);
    }

    /** To leave what is stored as it is. */
    public static Decision check(@Nullable Item before) {
      return new Decision(before, false);
    }
  }
}
