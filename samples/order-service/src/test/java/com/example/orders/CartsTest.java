package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keystonedb.KeystoneClock;
import io.keystonedb.junit5.ExpectDiscrepancy;
import io.keystonedb.junit5.KeystoneDb;
import io.keystonedb.junit5.Table;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;

@KeystoneDb(
    tables =
        @Table(
            name = ShopTable.NAME,
            partitionKey = ShopTable.PARTITION_KEY,
            sortKey = ShopTable.SORT_KEY,
            ttl = ShopTable.EXPIRES_AT))
class CartsTest {
  private Carts carts;

  @BeforeEach
  void carts(DynamoDbEnhancedClient client, KeystoneClock clock) {
    carts = new Carts(client, clock);
  }

  @Test
  void aCartHoldsWhatWasPutInLast() {
    carts.set("ada", "1F427", 2);
    carts.set("ada", "26FA", 1);
    carts.set("ada", "1F427", 3);
    carts.set("bob", "1F427", 9);

    assertThat(carts.of("ada"))
        .extracting(CartLine::getSku, CartLine::getQuantity)
        .containsExactly(tuple("1F427", 3), tuple("26FA", 1));
  }

  @Test
  void noneOfAProductTakesItOut() {
    carts.set("ada", "1F427", 2);
    carts.set("ada", "1F427", 0);

    assertThat(carts.of("ada")).isEmpty();
  }

  @Test
  @ExpectDiscrepancy(
      table = ShopTable.NAME,
      because = "the clock of the reference does not move, so it keeps the expired line")
  void aLineThatNobodyTouchesForAWeekIsDeleted(DynamoDbClient client, KeystoneClock clock) {
    carts.set("ada", "1F427", 2);
    clock.advance(Duration.ofDays(4));
    carts.set("ada", "26FA", 1);
    clock.advance(Duration.ofDays(4));

    assertThat(carts.of("ada")).extracting(CartLine::getSku).containsExactly("26FA");
    assertThat(stored(client)).isEqualTo(1);
  }

  @Test
  void anExpiredLineIsNotShownEvenIfItIsStillStored(
      DynamoDbClient client, DynamoDbEnhancedClient enhanced, KeystoneClock clock) {
    carts.set("ada", "1F427", 2);
    // The shop's clock is ahead of the service's, which has not deleted the line yet.
    Carts nextWeek = new Carts(enhanced, () -> clock.instant().plus(Carts.KEPT));

    assertThat(stored(client)).isEqualTo(1);
    assertThat(nextWeek.of("ada")).isEmpty();
  }

  private static int stored(DynamoDbClient client) {
    return client.scan(scan -> scan.tableName(ShopTable.NAME).select(Select.COUNT)).count();
  }
}
