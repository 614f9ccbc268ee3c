package io.keystonedb.internal.partiql;

/**
 * Where something stands in a statement; messages print it.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param length of the token, in characters
 */
record Position(int line, int column, int length) {
  @Override
  public String toString() {
    return line + ":" + column + ":" + length;
  }
}
