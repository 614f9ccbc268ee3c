package io.keystonedb.internal.engine;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of streams in a store. They outlive their tables: a stream stays readable for a
 * day after it was disabled, or its table deleted.
 */
public final class Streams {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private Streams() {}

  /** The stream of a table with a label, or null. */
  static @Nullable StreamDefinition find(Reader reader, String tableName, String label) {
    return (StreamDefinition) reader.get(RowKeys.stream(tableName, label));
  }

  /**
   * The stream of an ARN.
   *
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static StreamDefinition require(RequestContext context, Reader reader, String arn) {
    StreamArn parsed = StreamArn.parse(arn);
    StreamDefinition stream = find(reader, parsed.tableName(), parsed.label());
    boolean found =
        stream != null
            && !stream.isGone(context.now())
            && arn.equals(context.engine().account().streamArn(stream.tableName(), stream.label()));
    if (stream == null || !found) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Requested resource not found: Stream: " + arn + " not found");
    }
    return stream;
  }

  /**
   * Streams that can be read, by table and then by age.
   *
   * @param tableName of which table; null for all
   * @param after the stream the list starts after, which need not exist; null for the beginning
   * @param limit how many at most
   */
  public static List<StreamDefinition> list(
      Reader reader,
      @Nullable String tableName,
      @Nullable StreamArn after,
      int limit,
      Instant now) {
    byte[] all = tableName == null ? RowKeys.streams() : RowKeys.streams(tableName);
    byte[] from =
        after == null ? all : RowKeys.justAfter(RowKeys.stream(after.tableName(), after.label()));
    Cursor cursor = reader.range(from, RowKeys.after(all), false);
    List<StreamDefinition> streams = new ArrayList<>();
    while (streams.size() < limit && cursor.next()) {
      StreamDefinition stream = (StreamDefinition) cursor.value();
      if (!stream.isGone(now)) {
        streams.add(stream);
      }
    }
    return streams;
  }

  static void put(Txn txn, StreamDefinition stream) {
    txn.put(RowKeys.stream(stream.tableName(), stream.label()), stream);
  }

  /** Makes a stream of a table. */
  public static TableStream enable(
      RequestContext context, Txn txn, TableDefinition table, String viewType) {
    Engine engine = context.engine();
    Instant now = context.now();
    int number = Tables.takeNumber(txn);
    String label = newLabel(txn, table.name(), now);
    put(
        txn,
        new StreamDefinition(
            table.name(),
            label,
            number,
            viewType,
            table.key(),
            now,
            now.plus(engine.dials().tableChanges()),
            null,
            Shards.first(number, engine.dials().streamShards(), now)));
    return new TableStream(number, label, viewType, true);
  }

  private static String newLabel(Reader reader, String tableName, Instant now) {
    Instant time = now;
    while (find(reader, tableName, LABEL.format(time)) != null) {
      time = time.plusMillis(1);
    }
    return LABEL.format(time);
  }

  /** Ends a stream of a table, which stays readable for a day. */
  public static TableStream disable(
      RequestContext context, Txn txn, TableDefinition table, TableStream stream) {
    Engine engine = context.engine();
    Instant now = context.now();
    StreamDefinition definition = Objects.requireNonNull(find(txn, table.name(), stream.label()));
    long last = StreamReader.lastSequence(txn, stream.number());
    put(
        txn,
        definition.disabled(
            now, now.plus(engine.dials().tableChanges()), Shards.closed(definition, last, now)));
    return new TableStream(stream.number(), stream.label(), stream.viewType(), false);
  }
}
