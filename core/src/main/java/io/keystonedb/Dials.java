package io.keystonedb;

import java.time.Duration;
import java.util.Objects;

/**
 * The service's less pleasant sides, to be dialled in for a database. All are off at first, so that
 * a database is as fast and as kind as it can be. A fork starts with its parent's settings.
 *
 * <p>Thread-safe; a setting holds for requests that begin after it.
 */
public final class Dials {
  /** For {@link #expiredItemsStay}: until {@link Database#deleteExpiredItems} is called. */
  public static final Duration UNTIL_ASKED = Duration.ofSeconds(Long.MAX_VALUE);

  private static final int MAX_SHARDS = 1000;
  private static final int MAX_PARTITIONS = 1000;
  private static final Duration MAX_STALENESS = Duration.ofHours(1);

  private volatile String validationRegion = "us-east-1";
  private volatile int onDemandPartitions = 4;
  private volatile Duration tableChanges = Duration.ZERO;
  private volatile Duration expiredItemsStay = Duration.ZERO;
  private volatile Duration staleness = Duration.ZERO;
  private volatile int streamShards = 1;
  private volatile Duration streamShardLifetime = Duration.ZERO;

  private volatile TransactionConflicts transactionConflicts = TransactionConflicts.NONE;
  private volatile Duration transactionDuration = Duration.ZERO;

  /** Everything off. */
  public Dials() {}

  /** A copy with the same settings. */
  Dials copy() {
    return new Dials()
        .validationOf(validationRegion)
        .onDemandPartitions(onDemandPartitions)
        .tableChanges(tableChanges)
        .expiredItemsStay(expiredItemsStay)
        .staleness(staleness)
        .streamShards(streamShards)
        .streamShardLifetime(streamShardLifetime)
        .transactionConflicts(transactionConflicts)
        .transactionDuration(transactionDuration);
  }

  /** The Region whose words are used to refuse requests. At first it is {@code us-east-1}. */
  public String validationRegion() {
    return validationRegion;
  }

  /**
   * Refuses requests in the words of a Region, whatever Region the database is in: the service is
   * moving to another layer of validation, one Region and operation after the other.
   *
   * @param region such as {@code eu-west-2}
   */
  public Dials validationOf(String region) {
    validationRegion = Objects.requireNonNull(region, "region");
    return this;
  }

  /**
   * In how many partitions a table on demand is kept. At first they are four, as in the service.
   */
  public int onDemandPartitions() {
    return onDemandPartitions;
  }

  /**
   * Sets in how many partitions a table on demand is kept. It shows in the capacity that a scan
   * consumes, which is at least one unit for each, or half of that with eventual consistency.
   *
   * @throws IllegalArgumentException if the number is not 1 to 1000
   */
  public Dials onDemandPartitions(int count) {
    if (count < 1 || count > MAX_PARTITIONS) {
      throw new IllegalArgumentException("a table can't have " + count + " partitions");
    }
    onDemandPartitions = count;
    return this;
  }

  /**
   * How long a table or index stays {@code CREATING}, {@code UPDATING} or {@code DELETING}, by the
   * clock of the database. At first it takes no time.
   */
  public Duration tableChanges() {
    return tableChanges;
  }

  /**
   * Sets how long creation, update and deletion of tables and indexes take.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public Dials tableChanges(Duration duration) {
    tableChanges = notNegative(duration, "a change of a table can't take ");
    return this;
  }

  /**
   * How long expired items stay until moving the clock deletes them. At first it deletes all that
   * have expired.
   */
  public Duration expiredItemsStay() {
    return expiredItemsStay;
  }

  /**
   * Sets how long expired items stay, as readable as others, until moving the clock deletes them;
   * in the service it may be two days. {@link #UNTIL_ASKED} leaves them to {@link
   * Database#deleteExpiredItems}, which deletes all that have expired whatever is set here.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public Dials expiredItemsStay(Duration duration) {
    expiredItemsStay = notNegative(duration, "expired items can't stay for ");
    return this;
  }

  /**
   * How old what eventually consistent reads see is, by the clock of the database. At first they
   * see the newest.
   */
  public Duration staleness() {
    return staleness;
  }

  /**
   * Sets how old what eventually consistent reads see is: reads of tables that don't ask for
   * consistency, and all reads of global secondary indexes. They miss writes that are younger, and
   * see those that are older by a second or more; writes of the same second may become visible
   * together, when the last of them is old enough. What was there when this is set is seen at once.
   *
   * <p>Strongly consistent reads, transactions and writes always see the newest, and so does what
   * looks at tables, such as {@code DescribeTable}. If what is kept for older reads takes more than
   * some 64 MB, they see something newer. Databases on stores that are no {@link
   * io.keystonedb.storage.HistoryStore} see the newest whatever is set here.
   *
   * @throws IllegalArgumentException if the duration is negative or longer than an hour
   */
  public Dials staleness(Duration duration) {
    if (notNegative(duration, "reads can't be older by ").compareTo(MAX_STALENESS) > 0) {
      throw new IllegalArgumentException("reads can't be older by more than an hour: " + duration);
    }
    staleness = duration;
    return this;
  }

  /** How many open shards each stream has at least. At first it is one. */
  public int streamShards() {
    return streamShards;
  }

  /**
   * Sets how many open shards each stream has at least. A stream with fewer splits some when it
   * records its next change, the widest first: they close, and two children share the range of
   * each. Shards never merge, so a lower number only holds for streams that are enabled from then
   * on.
   *
   * @throws IllegalArgumentException if the number is not 1 to 1000
   */
  public Dials streamShards(int count) {
    if (count < 1 || count > MAX_SHARDS) {
      throw new IllegalArgumentException("a stream can't have " + count + " open shards");
    }
    streamShards = count;
    return this;
  }

  /**
   * How long a shard of a stream takes records until a child takes over, by the clock of the
   * database. At first it does so for ever, which is said with a duration of zero.
   */
  public Duration streamShardLifetime() {
    return streamShardLifetime;
  }

  /**
   * Sets how long a shard of a stream takes records; in the service it is about four hours. A shard
   * that is older closes when its stream records the next change. Zero for ever.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public Dials streamShardLifetime(Duration duration) {
    streamShardLifetime = notNegative(duration, "a shard can't take records for ");
    return this;
  }

  /** How often requests meet somebody else's transaction. At first they never do. */
  public TransactionConflicts transactionConflicts() {
    return transactionConflicts;
  }

  /**
   * Sets how often requests meet somebody else's transaction: writes of one item then end in a
   * {@code TransactionConflictException}, transactions are cancelled with the reason {@code
   * TransactionConflict}, and batches leave what is held unprocessed.
   */
  public Dials transactionConflicts(TransactionConflicts conflicts) {
    transactionConflicts = Objects.requireNonNull(conflicts, "conflicts");
    return this;
  }

  /**
   * How long a transaction with a token is in progress, by the clock of the database. At first it
   * takes no time.
   */
  public Duration transactionDuration() {
    return transactionDuration;
  }

  /**
   * Sets how long a transaction with a {@code ClientRequestToken} is in progress: that long, the
   * same request sent again ends in a {@code TransactionInProgressException}, as it does for a
   * client that did not wait for the first answer. What the transaction writes is there from the
   * beginning.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public Dials transactionDuration(Duration duration) {
    transactionDuration = notNegative(duration, "a transaction can't take ");
    return this;
  }

  private static Duration notNegative(Duration duration, String what) {
    if (Objects.requireNonNull(duration, "duration").isNegative()) {
      throw new IllegalArgumentException(what + duration);
    }
    return duration;
  }
}
