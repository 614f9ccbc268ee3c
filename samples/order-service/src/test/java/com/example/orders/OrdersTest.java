package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.KeystoneClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class OrdersTest extends ShopTest {
  private Orders orders;

  /** Ada and Bob order in turns, an hour apart: 00 by Ada, 01 by Bob, and so on up to 19. */
  @BeforeEach
  void twentyOrders(DynamoDbClient client, DynamoDbEnhancedClient enhanced, KeystoneClock clock) {
    orders = new Orders(enhanced);
    Customers customers = new Customers(enhanced);
    customers.register(new Customer("ada", "ada@example.com", "Ada"));
    customers.register(new Customer("bob", "bob@example.com", "Bob"));
    Checkout checkout = new Checkout(client);
    for (int i = 0; i < 20; i++) {
      String customer = i % 2 == 0 ? "ada" : "bob";
      List<OrderLine> lines = List.of(new OrderLine(PENGUIN, 1, 106));
      checkout.place(new Order("%02d".formatted(i), customer, clock.instant(), lines));
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  void aCustomerSeesTheirOwnOrdersPageByPageTheNewestFirst() {
    List<List<String>> pages = pages(cursor -> orders.ofCustomer("ada", 4, cursor));

    assertThat(pages)
        .containsExactly(
            List.of("18", "16", "14", "12"), List.of("10", "08", "06", "04"), List.of("02", "00"));
  }

  @Test
  void theWarehouseSeesTheOrdersOfAllCustomersTheOldestFirst() {
    List<String> waiting =
        pages(cursor -> orders.inStatus(OrderStatus.PLACED, 7, cursor)).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(waiting)
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj("%02d"::formatted).toList());
  }

  private static List<List<String>> pages(Function<Optional<String>, Page<Order>> read) {
    List<List<String>> pages = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Order> page = read.apply(cursor);
      pages.add(page.items().stream().map(Order::getId).toList());
      cursor = page.next();
    } while (cursor.isPresent());
    return pages;
  }

  @Test
  void anOrderThatIsShippedMovesInTheIndex() {
    Order shipped = orders.ship(orders.find("ada", "04").orElseThrow());

    assertThat(shipped.getVersion()).isEqualTo(2);
    assertThat(idsIn(OrderStatus.SHIPPED)).containsExactly("04");
    assertThat(idsIn(OrderStatus.PLACED)).hasSize(19).doesNotContain("04");
  }

  private List<String> idsIn(OrderStatus status) {
    return orders.inStatus(status, 100, Optional.empty()).items().stream()
        .map(Order::getId)
        .toList();
  }

  @Test
  void shippingKeepsTheLinesAsTheyWere() {
    orders.ship(orders.find("ada", "04").orElseThrow());

    Order stored = orders.find("ada", "04").orElseThrow();
    assertThat(stored.getLines())
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(new OrderLine(PENGUIN, 1, 106));
  }

  @Test
  void anOrderCancelledInTheMeantimeIsNotShipped() {
    Order seenByWarehouse = orders.find("ada", "04").orElseThrow();
    orders.cancel(orders.find("ada", "04").orElseThrow());

    assertThatThrownBy(() -> orders.ship(seenByWarehouse))
        .isInstanceOf(ConcurrentChangeException.class)
        .hasMessage("Order 04 was changed in the meantime");
    assertThat(orders.find("ada", "04"))
        .get()
        .extracting(Order::getStatus)
        .isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void anOrderThatIsKnownToBeOffIsNotShipped() {
    Order cancelled = orders.cancel(orders.find("ada", "04").orElseThrow());

    assertThatThrownBy(() -> orders.ship(cancelled))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Order 04 is CANCELLED");
  }

  @Test
  void ofManyWhoShipAnOrderAtTheSameTimeOneDoes() throws Exception {
    List<Boolean> done = InParallel.run(8, i -> this::shipsOrder04);

    assertThat(done).containsOnlyOnce(true);
    assertThat(orders.find("ada", "04").orElseThrow().getVersion()).isEqualTo(2);
  }

  private boolean shipsOrder04() {
    try {
      orders.ship(orders.find("ada", "04").orElseThrow());
      return true;
    } catch (ConcurrentChangeException | IllegalStateException e) {
      return false;
    }
  }

  @Test
  void anOrderIsFoundOnlyUnderItsOwnCustomer() {
    assertThat(orders.find("ada", "01")).isEmpty();
    assertThat(orders.find("bob", "01")).isPresent();
  }
}
