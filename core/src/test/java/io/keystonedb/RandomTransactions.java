package io.keystonedb;

import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Get;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactGetItem;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.model.Update;
import io.keystonedb.internal.operation.TransactGetItems;
import io.keystonedb.internal.operation.TransactWriteItems;
import io.keystonedb.internal.shape.Decoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The transactions of {@link RandomCalls}. */
final class RandomTransactions {
  private final Random random;
  private final RandomParts parts;

  RandomTransactions(Random random, RandomParts parts) {
    this.random = random;
    this.parts = parts;
  }

  RandomCalls.Call<?> get(String table) {
    List<Key> keys = parts.several(() -> parts.key(table));
    return new RandomCalls.Call<>(
        "TransactGetItems",
        table,
        on -> {
          TransactGet transaction = on.transactGet();
          keys.forEach(transaction::get);
          return transaction.execute();
        },
        TransactGetItems.Input.of(
            keys.stream()
                .map(key -> new TransactGetItem(Get.of(table, Decoded.of(RandomParts.named(key)))))
                .toList()),
        output ->
            ((TransactGetItems.Output) output)
                .responses().stream()
                    .map(response -> Optional.ofNullable(response.item()))
                    .toList());
  }

  /** An action of a transaction, for the builder and for a request. */
  private record Action(Function<TransactWrite, TransactWrite> add, TransactWriteItem request) {}

  RandomCalls.Call<?> write(String table) {
    List<Action> actions = parts.several(() -> action(table, parts.key(table)));
    return new RandomCalls.Call<>(
        "TransactWriteItems",
        table,
        on -> {
          TransactWrite transaction = on.transactWrite();
          actions.forEach(action -> action.add.apply(transaction));
          transaction.execute();
          return true;
        },
        TransactWriteItems.Input.of(actions.stream().map(Action::request).toList(), null),
        output -> true);
  }

  private Action action(String table, Key key) {
    Decoded<Item> keyItem = Decoded.of(RandomParts.named(key));
    String onFailure = "ALL_OLD";
    String condition = parts.pick(RandomParts.CONDITIONS);
    Map<String, String> names = parts.names(condition);
    Map<String, Value> values = parts.values(condition);
    RandomParts.Expressions given = new RandomParts.Expressions(condition, names, values);
    switch (random.nextInt(4)) {
      case 0 -> {
        return new Action(
            with(given, transaction -> transaction.conditionCheck(key, condition)),
            TransactWriteItem.of(
                new ConditionCheck(
                    keyItem,
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      case 1 -> {
        return new Action(
            with(given, transaction -> transaction.delete(key).condition(condition)),
            TransactWriteItem.of(
                new Delete(
                    keyItem,
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      case 2 -> {
        Item item = parts.item();
        return new Action(
            with(given, transaction -> transaction.put(key, item).condition(condition)),
            TransactWriteItem.of(
                new Put(
                    RandomParts.named(key, item),
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      default -> {
        RandomParts.Expressions update = parts.expressions(parts.pick(RandomParts.UPDATES));
        return new Action(
            with(update, transaction -> transaction.update(key, update.text())),
            TransactWriteItem.of(
                new Update(
                    keyItem,
                    update.text(),
                    table,
                    null,
                    update.namesOrNull(),
                    update.valuesOrNull(),
                    onFailure)));
      }
    }
  }

  private static Function<TransactWrite, TransactWrite> with(
      RandomParts.Expressions given, Function<TransactWrite, TransactWrite> add) {
    return transaction -> {
      TransactWrite writes = add.apply(transaction);
      given.names().forEach(writes::name);
      given.values().forEach(writes::value);
      return writes;
    };
  }
}
