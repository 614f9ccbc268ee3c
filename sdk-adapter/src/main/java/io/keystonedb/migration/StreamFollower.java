package io.keystonedb.migration;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Applies the changes of a stream to a table, see {@link Migration#follow}.
 *
 * <p>The changes of an item are applied in their order: a shard is read before its children, and
 * one change after the other. A position is remembered when the changes before it are applied, so
 * after a crash some are applied again. That does no harm: each says what the whole item is then,
 * and the last one is applied last. In between the target may go back to an earlier state for a
 * moment.
 *
 * <p>The target is to be written by nobody else meanwhile. An error of either side reaches the
 * caller, who may call again: nothing is left out. One follower per stream; its methods may be
 * called by any thread, one at a time.
 */
public final class StreamFollower implements AutoCloseable {
  private final StreamTail tail;
  private volatile boolean closed;

  private StreamFollower(StreamTail tail) {
    this.tail = tail;
  }

  /**
   * Reads every shard as far as it goes now, and applies the changes.
   *
   * @return how many there were
   * @throws IllegalStateException if the stream no longer retains the position, that is, if nothing
   *     was read for a day: then the table has to be copied again
   */
  public synchronized int poll() {
    return tail.poll();
  }

  /**
   * Polls until there is nothing more.
   *
   * @return how many changes there were
   */
  public long catchUp() {
    long all = 0;
    int some = poll();
    while (some > 0) {
      all += some;
      some = poll();
    }
    return all;
  }

  /**
   * Polls until it is closed, on the calling thread.
   *
   * @param pause between two polls when there is nothing to do
   * @throws InterruptedException if the thread is interrupted
   */
  public void run(Duration pause) throws InterruptedException {
    while (!closed) {
      if (poll() == 0) {
        Thread.sleep(pause.toMillis());
      }
    }
  }

  /** Ends {@link #run} before its next poll; neither client is closed. */
  @Override
  public void close() {
    closed = true;
  }

  /** Says how a stream is to be followed. */
  public static final class Builder {
    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final DynamoDbClient target;
    private CheckpointStore checkpoints = CheckpointStore.inMemory();
    private @Nullable String tableName;

    Builder(DynamoDbStreamsClient streams, String streamArn, DynamoDbClient target) {
      this.streams = Objects.requireNonNull(streams, "streams");
      this.streamArn = Objects.requireNonNull(streamArn, "streamArn");
      this.target = Objects.requireNonNull(target, "target");
    }

    /** Where positions are remembered; without this, in memory. */
    public Builder checkpoints(CheckpointStore store) {
      checkpoints = Objects.requireNonNull(store, "store");
      return this;
    }

    /** The table at the target, if it has another name than the one that is followed. */
    public Builder table(String name) {
      tableName = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * A follower that has read nothing yet.
     *
     * @throws IllegalArgumentException if the stream does not show new images
     */
    public StreamFollower build() {
      return new StreamFollower(
          StreamTail.open(streams, streamArn, checkpoints, target, tableName));
    }
  }
}
