package io.keystonedb.internal.engine;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
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
  static @Nullable StreamDefinition find(RowReader rows, String tableName, String label) {
    return rows.get(rows.keys().stream(tableName, label));
  }

  /**
   * The stream of an ARN.
   *
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static StreamDefinition require(RequestContext context, RowReader rows, String arn) {
    StreamArn parsed = StreamArn.parse(arn);
    StreamDefinition stream = find(rows, parsed.tableName(), parsed.label());
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
      RowReader rows,
      @Nullable String tableName,
      @Nullable StreamArn after,
      int limit,
      Instant now) {
    RowKeys keys = rows.keys();
    RowRange<StreamDefinition> all =
        tableName == null ? keys.all(RowKind.STREAM) : keys.streams(tableName);
    RowCursor<StreamDefinition> cursor =
        rows.walk(
            after == null ? all : all.behind(keys.stream(after.tableName(), after.label()), false));
    List<StreamDefinition> streams = new ArrayList<>();
    while (streams.size() < limit && cursor.next()) {
      StreamDefinition stream = cursor.value();
      if (!stream.isGone(now)) {
        streams.add(stream);
      }
    }
    return streams;
  }

  static void put(RowWriter rows, StreamDefinition stream) {
    rows.put(rows.keys().stream(stream.tableName(), stream.label()), stream);
  }

  /** Makes a stream of a table. */
  public static TableStream enable(
      RequestContext context, RowWriter rows, TableDefinition table, String viewType) {
    Engine engine = context.engine();
    Instant now = context.now();
    int number = Tables.takeNumber(rows);
    String label = newLabel(rows, table.name(), now);
    put(
        rows,
        new StreamDefinition(
            table.name(),
            label,
            number,
            viewType,
            table.key(),
            now,
            now.plus(engine.dials().tableChanges()),
            null,
            Shards.first(number, engine.dials().streamShards(), now),
            List.of()));
    return new TableStream(number, label, viewType, true);
  }

  private static String newLabel(RowReader rows, String tableName, Instant now) {
    Instant time = now;
    while (find(rows, tableName, LABEL.format(time)) != null) {
      time = time.plusMillis(1);
    }
    return LABEL.format(time);
  }

  /** Ends a stream of a table, which stays readable for a day. */
  public static TableStream disable(
      RequestContext context, RowWriter rows, TableDefinition table, TableStream stream) {
    Engine engine = context.engine();
    Instant now = context.now();
    StreamDefinition definition = Objects.requireNonNull(find(rows, table.name(), stream.label()));
    long last = StreamReader.lastSequence(rows, stream.number());
    put(
        rows,
        definition.disabled(
            now, now.plus(engine.dials().tableChanges()), Shards.closed(definition, last, now)));
    return new TableStream(stream.number(), stream.label(), stream.viewType(), false);
  }
}
