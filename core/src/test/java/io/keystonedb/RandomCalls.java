package io.keystonedb;

import io.keystonedb.internal.model.KeysAndAttributes;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.operation.BatchGetItem;
import io.keystonedb.internal.operation.BatchWriteItem;
import io.keystonedb.internal.operation.DeleteItem;
import io.keystonedb.internal.operation.GetItem;
import io.keystonedb.internal.operation.PutItem;
import io.keystonedb.internal.operation.UpdateItem;
import io.keystonedb.internal.shape.Decoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random calls of the native API on {@link io.keystonedb.testing.JsonTables}, each with the request
 * that says the same with the names of the key attributes. Parts of them are wrong now and then.
 */
final class RandomCalls {
  static final String[] TABLES = {"plain", "sorted", "indexed"};

  private final Random random;
  private final RandomParts parts;
  private final RandomTransactions transactions;

  RandomCalls(Random random) {
    this.random = random;
    parts = new RandomParts(random);
    transactions = new RandomTransactions(random, parts);
  }

  /**
   * A call.
   *
   * @param execute makes it
   * @param request the same, for the operation
   * @param answer what the call returns, from the answer of the operation
   */
  record Call<T>(
      String operation,
      String table,
      Function<Table, T> execute,
      Record request,
      Function<Record, T> answer) {
    T execute(Database database) {
      return execute.apply(database.table(table));
    }

    T answer(Record output) {
      return answer.apply(output);
    }

    @Override
    public String toString() {
      return operation + " " + request;
    }
  }

  Call<?> next() {
    String table = parts.rarely(20) ? "nope" : parts.pick(TABLES);
    return switch (random.nextInt(12)) {
      case 0 -> get(parts.rarely(10) ? "not a name" : table);
      case 1, 2, 3 -> put(table);
      case 4 -> delete(table);
      case 5, 6 -> update(table);
      case 7 -> RandomReads.query(parts, table);
      case 8 -> RandomReads.scan(parts, table);
      case 9 -> batchGet(table);
      case 10 -> random.nextBoolean() ? batchWrite(table) : transactions.get(table);
      default -> transactions.write(table);
    };
  }

  // Single items

  private Call<?> get(String table) {
    Key key = parts.key(table);
    return new Call<>(
        "GetItem",
        table,
        on -> on.get(key),
        GetItem.Input.of(table, Decoded.of(RandomParts.named(key))),
        output -> Optional.ofNullable(((GetItem.Output) output).item()));
  }

  private Call<?> put(String table) {
    Key key = parts.key(table);
    Item item = parts.item();
    return new Call<>(
        "PutItem",
        table,
        on -> on.put(key, item),
        PutItem.Input.of(table, RandomParts.named(key, item)),
        output -> Optional.ofNullable(((PutItem.Output) output).attributes()));
  }

  private Call<?> delete(String table) {
    Key key = parts.key(table);
    return new Call<>(
        "DeleteItem",
        table,
        on -> on.delete(key),
        DeleteItem.Input.of(table, Decoded.of(RandomParts.named(key))),
        output -> Optional.ofNullable(((DeleteItem.Output) output).attributes()));
  }

  private Call<?> update(String table) {
    Key key = parts.key(table);
    RandomParts.Expressions update =
        parts.expressions(parts.rarely(10) ? null : parts.pick(RandomParts.UPDATES));
    String condition = random.nextBoolean() ? null : parts.pick(RandomParts.CONDITIONS);
    ReturnValue returned = parts.pick(ReturnValue.values());
    return new Call<>(
        "UpdateItem",
        table,
        on -> {
          UpdateBuilder builder = on.update(key).returnValues(returned);
          if (update.text() != null) {
            builder.expression(update.text());
          }
          if (condition != null) {
            builder.condition(condition);
          }
          update.names().forEach(builder::name);
          update.values().forEach(builder::value);
          return builder.execute();
        },
        UpdateItem.Input.of(
            table,
            Decoded.of(RandomParts.named(key)),
            returned.name(),
            update.text(),
            condition,
            update.namesOrNull(),
            update.valuesOrNull()),
        output -> Optional.ofNullable(((UpdateItem.Output) output).attributes()));
  }

  // Several items

  private Call<?> batchGet(String table) {
    List<Key> keys = parts.several(() -> parts.key(table));
    return new Call<>(
        "BatchGetItem",
        table,
        on -> {
          BatchGet batch = on.batchGet();
          keys.forEach(batch::get);
          return batch.execute();
        },
        BatchGetItem.Input.of(
            table,
            KeysAndAttributes.of(
                keys.stream().map(key -> Decoded.of(RandomParts.named(key))).toList())),
        output -> ((BatchGetItem.Output) output).responses().get(table));
  }

  /** A write of a batch: a put, or a delete if there is no item. */
  private record Write(Key key, @Nullable Item item) {
    WriteRequest request() {
      return item == null
          ? WriteRequest.delete(Decoded.of(RandomParts.named(key)))
          : WriteRequest.put(RandomParts.named(key, item));
    }
  }

  private Call<?> batchWrite(String table) {
    List<Write> writes =
        parts.several(() -> new Write(parts.key(table), parts.rarely(3) ? null : parts.item()));
    return new Call<>(
        "BatchWriteItem",
        table,
        on -> {
          BatchWrite batch = on.batchWrite();
          writes.forEach(
              write ->
                  Optional.ofNullable(write.item)
                      .map(item -> batch.put(write.key, item))
                      .orElseGet(() -> batch.delete(write.key)));
          batch.execute();
          return Map.of();
        },
        BatchWriteItem.Input.of(table, writes.stream().map(Write::request).toList()),
        output -> ((BatchWriteItem.Output) output).unprocessedItems());
  }
}
