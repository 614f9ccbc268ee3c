package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.RowRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a SELECT starts, as text: a version, what the statement was, and the key
 * of the last row that was read.
 */
final class NextToken {
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;

  private final int statement;
  private final int parameters;

  /** Tokens of one statement with its parameters. */
  NextToken(String statement, List<Value> parameters) {
    this.statement = statement.hashCode();
    this.parameters = parameters.hashCode();
  }

  /** The token of a page that ended with a row. */
  String after(RowKey<Item> last) {
    byte[] rowKey = last.bytes();
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + rowKey.length);
    bytes.put(VERSION).putInt(statement).putInt(parameters).put(rowKey);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * What is left of some ranges behind a token.
   *
   * @param token null for all of them
   */
  List<RowRange<Item>> behind(
      @Nullable String token, List<RowRange<Item>> ranges, boolean descending) {
    if (token == null) {
      return ranges;
    }
    RowKey<Item> rowKey = rowKey(token);
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(rowKey)) {
        List<RowRange<Item>> left = new ArrayList<>(ranges.subList(i, ranges.size()));
        left.set(0, ranges.get(i).behind(rowKey, descending));
        return left;
      }
    }
    throw mismatch();
  }

  private RowKey<Item> rowKey(String token) {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    if (decoded.length <= HEADER_BYTES || decoded[0] != VERSION) {
      throw invalid();
    }
    ByteBuffer bytes = ByteBuffer.wrap(decoded, 1, decoded.length - 1);
    if (bytes.getInt() != statement || bytes.getInt() != parameters) {
      throw mismatch();
    }
    byte[] rowKey = new byte[bytes.remaining()];
    bytes.get(rowKey);
    return RowKey.ofItem(rowKey);
  }

  private static KeystoneException invalid() {
    return KeystoneException.validation("Invalid NextToken");
  }

  private static KeystoneException mismatch() {
    return KeystoneException.validation("NextToken does not match request");
  }
}
