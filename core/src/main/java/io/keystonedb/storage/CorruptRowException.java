package io.keystonedb.storage;

/**
 * Thrown when what a store has at a key is not what was written there: it was damaged, or a newer
 * release wrote it in a form that this one does not know.
 */
public final class CorruptRowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * An exception.
   *
   * @param kind what the row is, such as {@code definition of a table}
   * @param problem what is wrong with it
   */
  public CorruptRowException(String kind, String problem) {
    super("The store has a row that cannot be read (" + kind + "): " + problem);
  }

  /** As the other constructor, with what showed the problem. */
  public CorruptRowException(String kind, String problem, Throwable cause) {
    this(kind, problem);
    initCause(cause);
  }
}
