package io.keystonedb.internal.engine;

import java.time.Instant;
import java.util.List;

/**
 * Has all open shards of a database roll over at once, whatever their age; otherwise {@link
 * StreamWriter} does it with the next record of a stream whose shards are old enough.
 */
public final class StreamRollover {
  private StreamRollover() {}

  /** Closes the open shards of all streams that are enabled; a child takes over from each. */
  public static void rollOver(Engine engine) {
    Instant now = engine.clock().instant();
    engine.write(
        rows -> {
          List<StreamDefinition> streams = StreamRetention.all(rows);
          for (StreamDefinition stream : streams) {
            if (stream.disabledAt() == null) {
              long last = StreamReader.lastSequence(rows, stream.number());
              List<Shard> renewed = Shards.renewed(stream, 1, Instant.MAX, last, now);
              Streams.put(rows, stream.withShards(renewed));
            }
          }
          return streams;
        });
  }
}
