package io.keystonedb.internal.engine;

import io.keystonedb.internal.engine.RowKind.Marker;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client request tokens of transactions, each valid for ten minutes. Tokens of different
 * operations have nothing to do with each other.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems">Idempotency</a>
 */
public final class TransactionTokens {
  private static final long VALID_MILLIS = Duration.ofMinutes(10).toMillis();

  /** More than are added at once, so that they don't pile up. */
  private static final int FORGOTTEN_AT_ONCE = 100;

  private final RowWriter rows;
  private final String operation;
  private final long nowMillis;

  /** The tokens of an operation at a time in milliseconds since the epoch. */
  public TransactionTokens(RowWriter rows, String operation, long nowMillis) {
    this.rows = rows;
    this.operation = operation;
    this.nowMillis = nowMillis;
  }

  /**
   * What a token was used for. Nothing of the request itself is kept: it may be large, and there
   * may be thousands in ten minutes.
   *
   * @param contentDigest a digest of the actions of the request
   * @param units read units that a repetition is charged, per table in the order of the request
   * @param expiresMillis when it is forgotten, in milliseconds since the epoch
   */
  public record Entry(String contentDigest, Map<String, Double> units, long expiresMillis) {
    public Entry {
      units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }
  }

  /** When the transaction of an entry began, in milliseconds since the epoch. */
  public static long begunMillis(Entry entry) {
    return entry.expiresMillis() - VALID_MILLIS;
  }

  /**
   * What a token was used for, or null if it is new or no longer valid, in which case it is
   * forgotten.
   */
  public @Nullable Entry find(String token) {
    RowKey<Entry> key = rows.keys().token(operation, token);
    Entry entry = rows.get(key);
    if (entry != null && entry.expiresMillis() <= nowMillis) {
      rows.remove(key);
      rows.remove(rows.keys().tokenExpiry(entry.expiresMillis(), operation, token));
      return null;
    }
    return entry;
  }

  /**
   * Remembers a token that {@link #find} did not find, and forgets some that are no longer valid.
   */
  public void remember(String token, String contentDigest, Map<String, Double> units) {
    forgetExpired();
    long expires = nowMillis + VALID_MILLIS;
    RowKeys keys = rows.keys();
    rows.put(keys.token(operation, token), new Entry(contentDigest, units, expires));
    rows.put(keys.tokenExpiry(expires, operation, token), Marker.PRESENT);
  }

  private void forgetExpired() {
    RowRange<Marker> expired = rows.keys().tokenExpiries(nowMillis + 1);
    for (RowBatch.Row<Marker> row : RowBatch.read(rows, expired, FORGOTTEN_AT_ONCE).rows()) {
      rows.remove(row.key());
      rows.remove(rows.keys().expiringToken(row.key()));
    }
  }
}
