package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;
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

  private final Txn txn;
  private final String operation;
  private final long nowMillis;

  /** The tokens of an operation at a time in milliseconds since the epoch. */
  public TransactionTokens(Txn txn, String operation, long nowMillis) {
    this.txn = txn;
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
    byte[] key = RowKeys.token(operation, token);
    Entry entry = (Entry) txn.get(key);
    if (entry != null && entry.expiresMillis() <= nowMillis) {
      txn.remove(key);
      txn.remove(RowKeys.tokenExpiry(entry.expiresMillis(), operation, token));
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
    byte[] key = RowKeys.token(operation, token);
    txn.put(key, new Entry(contentDigest, units, expires));
    txn.put(RowKeys.tokenExpiry(expires, operation, token), key);
  }

  private void forgetExpired() {
    KeyRange expired =
        new KeyRange(RowKeys.tokenExpiryUpTo(0), RowKeys.tokenExpiryUpTo(nowMillis + 1));
    for (RowBatch.Row row : RowBatch.read(txn, expired, FORGOTTEN_AT_ONCE).rows()) {
      txn.remove(row.key().bytes());
      txn.remove((byte[]) row.value());
    }
  }
}
