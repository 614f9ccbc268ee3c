package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code examples of the migration guide; the guide shows their bodies. */
class MigrationExamplesTest {
  @RegisterExtension final Databases databases = new Databases();

  private final Database db = databases.open();

  @Test
  void basicCrud() {
    Item item = Item.builder().string("name", "Alice").number("age", 30).build();
    db.put("user#123", item);

    Item found = db.get("user#123").orElseThrow();

    assertThat(found)
        .containsEntry("name", Value.string("Alice"))
        .containsEntry("age", Value.number(30))
        .containsEntry("pk", Value.binary("user#123".getBytes(StandardCharsets.UTF_8)))
        .hasSize(3);

    db.delete("user#123");

    assertThat(db.get("user#123")).isEmpty();
  }

  @Test
  void queryWithSortKey() {
    for (int post = 0; post < 20; post++) {
      db.put("user#123", "post#%02d".formatted(post), Item.builder().number("n", post).build());
    }
    db.put("user#123", "profile", Item.empty());

    Page page = db.query(Query.of("user#123").skBeginsWith("post#").limit(10));

    assertThat(page.items())
        .extracting(item -> item.get("n"))
        .containsExactly(IntStream.range(0, 10).mapToObj(Value::number).toArray(Value[]::new));
    assertThat(page.hasMore()).isTrue();
  }

  @Test
  void conditionalUpdate() {
    db.put("account#456", Item.builder().number("balance", 150).build());

    db.update("account#456")
        .expression("SET balance = balance - :amount")
        .condition("balance >= :amount")
        .value(":amount", Value.number(100))
        .execute();

    assertThat(db.get("account#456").orElseThrow()).containsEntry("balance", Value.number(50));
    assertThatThrownBy(
            () ->
                db.update("account#456")
                    .expression("SET balance = balance - :amount")
                    .condition("balance >= :amount")
                    .value(":amount", Value.number(100))
                    .execute())
        .isInstanceOfSatisfying(
            KeystoneException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONDITIONAL_CHECK_FAILED);
              assertThat(e.item()).containsEntry("balance", Value.number(50));
            });
  }

  @Test
  void transaction() {
    db.put("account#2", Item.builder().number("balance", 5).build());

    db.transactWrite()
        .put("account#1", Item.builder().number("balance", 1000).build())
        .update("account#2", "SET balance = balance + :amt")
        .value(":amt", Value.number(100))
        .execute();

    assertThat(db.transactGet().get("account#1").get("account#2").execute())
        .extracting(item -> item.orElseThrow().get("balance"))
        .containsExactly(Value.number(1000), Value.number(105));
  }

  @Test
  void globalSecondaryIndex() {
    TableSchema schema =
        TableSchema.create().globalIndex(GlobalSecondaryIndex.of("email-index", "email"));
    Database indexed = databases.open(schema);
    indexed.put("user#1", Item.builder().string("email", "a@example.com").build());
    indexed.put("user#2", Item.builder().string("email", "b@example.com").build());
    indexed.put("user#3", Item.builder().string("name", "without email").build());

    assertThat(indexed.query(Query.of("b@example.com").index("email-index")).items())
        .containsExactly(indexed.get("user#2").orElseThrow());
    assertThat(indexed.scan(Scan.create().index("email-index")).count()).isEqualTo(2);
  }
}
