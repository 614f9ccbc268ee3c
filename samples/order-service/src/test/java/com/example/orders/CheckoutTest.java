package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.orders.CheckoutRefusedException.Cause;
import com.example.orders.CheckoutRefusedException.Reason;
import io.keystonedb.KeystoneClock;
import io.keystonedb.junit5.ExpectDiscrepancy;
import io.keystonedb.migration.DiscrepancyKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class CheckoutTest extends ShopTest {
  private static final OrderLine TWO_PENGUINS = new OrderLine(PENGUIN, 2, 106);
  private static final OrderLine A_TENT = new OrderLine(TENT, 1, 106);

  private KeystoneClock clock; // set by @KeystoneDb
  private Checkout checkout;
  private Catalogue catalogue;
  private Customers customers;
  private Carts carts;
  private Orders orders;

  @BeforeEach
  void adaGoesShopping(DynamoDbClient client, DynamoDbEnhancedClient enhanced) {
    checkout = new Checkout(client);
    catalogue = new Catalogue(client);
    customers = new Customers(enhanced);
    carts = new Carts(enhanced, clock);
    orders = new Orders(enhanced);
    customers.register(new Customer("ada", "ada@example.com", "Ada"));
  }

  private Order order(String id, OrderLine... lines) {
    return new Order(id, "ada", clock.instant(), List.of(lines));
  }

  private long stock(String sku) {
    return catalogue.find(sku).orElseThrow().stock();
  }

  private List<Reason> refusal(Order order) {
    return catchThrowableOfType(CheckoutRefusedException.class, () -> checkout.place(order))
        .reasons();
  }

  @Test
  void anOrderTakesFromStockAndEmptiesTheCart() {
    carts.set("ada", PENGUIN, 2);
    carts.set("ada", TENT, 1);

    Order order = order("1", TWO_PENGUINS, A_TENT);

    checkout.place(order);

    assertThat(stock(PENGUIN)).isEqualTo(23);
    assertThat(stock(TENT)).isEqualTo(24);
    assertThat(carts.of("ada")).isEmpty();
    Order placed = orders.find("ada", "1").orElseThrow();
    assertThat(placed.getStatus()).isEqualTo(OrderStatus.PLACED);
    assertThat(placed.getPlacedAt()).isEqualTo(order.getPlacedAt());
    assertThat(placed.totalCents()).isEqualTo(3 * 106);
  }

  @Test
  void aLineThatIsOutOfStockRefusesTheWholeOrder() {
    carts.set("ada", PENGUIN, 2);

    assertThat(refusal(order("1", TWO_PENGUINS, new OrderLine(TENT, 26, 106))))
        .containsExactly(new Reason(Cause.OUT_OF_STOCK, TENT, 25));
    assertThat(stock(PENGUIN)).isEqualTo(25);
    assertThat(carts.of("ada")).hasSize(1);
    assertThat(orders.find("ada", "1")).isEmpty();
  }

  @Test
  void aChangedPriceIsTold() {
    catalogue.changePrice(PENGUIN, 106, 120);

    assertThat(refusal(order("1", TWO_PENGUINS)))
        .containsExactly(new Reason(Cause.PRICE_CHANGED, PENGUIN, 120));
  }

  @Test
  void aBlockedCustomerMayNotBuy() {
    Customer ada = customers.find("ada").orElseThrow();
    ada.setBlocked(true);
    customers.save(ada);

    assertThat(refusal(order("1", A_TENT))).containsExactly(new Reason(Cause.CUSTOMER, "ada", 0));
  }

  @Test
  void everythingThatStandsInTheWayIsToldAtOnce() {
    catalogue.changePrice(PENGUIN, 106, 120);
    Order order =
        new Order(
            "1",
            "nobody",
            clock.instant(),
            List.of(
                TWO_PENGUINS, A_TENT, new OrderLine("41", 1, 10), new OrderLine(SNOWMAN, 99, 106)));

    assertThat(refusal(order))
        .containsExactly(
            new Reason(Cause.CUSTOMER, "nobody", 0),
            new Reason(Cause.PRICE_CHANGED, PENGUIN, 120),
            new Reason(Cause.PRODUCT_GONE, "41", 0),
            new Reason(Cause.OUT_OF_STOCK, SNOWMAN, 25));
  }

  @Test
  void theServiceGivesOneReasonForEachAction() {
    var refused =
        catchThrowableOfType(
            CheckoutRefusedException.class,
            () -> checkout.place(order("1", TWO_PENGUINS, new OrderLine(TENT, 26, 106))));

    var cancelled = (TransactionCanceledException) refused.getCause();
    assertThat(cancelled.cancellationReasons())
        .extracting(reason -> reason.code())
        .containsExactly("None", "None", "None", "ConditionalCheckFailed", "None", "None");
    assertThat(cancelled.cancellationReasons().get(3).message())
        .isEqualTo("The conditional request failed");
    assertThat(Product.fromItem(cancelled.cancellationReasons().get(3).item()).name())
        .isEqualTo("tent");
  }

  @Test
  void repeatingAnOrderTakesFromStockOnce() {
    Order order = order("1", TWO_PENGUINS);
    checkout.place(order);
    checkout.place(order);

    assertThat(stock(PENGUIN)).isEqualTo(23);
  }

  @Test
  @ExpectDiscrepancy(
      kind = DiscrepancyKind.PRIMARY_FAILED,
      operation = "TransactWriteItems",
      because = "the clock of the reference does not move, so it still knows the token")
  void anOrderRepeatedAfterTheServiceForgotItsTokenTakesFromStockOnceAsWell() {
    Order order = order("1", TWO_PENGUINS);
    checkout.place(order);
    clock.advance(Duration.ofMinutes(11));
    checkout.place(order);

    assertThat(stock(PENGUIN)).isEqualTo(23);
  }

  @Test
  void anotherOrderOfTheSameIdIsAMistake() {
    checkout.place(order("1", TWO_PENGUINS));

    assertThatThrownBy(() -> checkout.place(order("1", A_TENT)))
        .isInstanceOf(IdempotentParameterMismatchException.class);
    assertThat(stock(TENT)).isEqualTo(25);
  }

  @Test
  void thePiecesInStockAreSoldOnceEachHoweverManyWantThem() throws Exception {
    List<Long> bought =
        InParallel.run(
            8,
            buyer ->
                () ->
                    IntStream.range(0, 5)
                        .filter(i -> buys(order(buyer + "-" + i, new OrderLine(TENT, 1, 106))))
                        .count());

    assertThat(bought.stream().mapToLong(Long::longValue).sum()).isEqualTo(25);
    assertThat(stock(TENT)).isZero();
    assertThat(orders.ofCustomer("ada", 100, Optional.empty()).items()).hasSize(25);
  }

  private boolean buys(Order order) {
    try {
      checkout.place(order);
      return true;
    } catch (CheckoutRefusedException e) {
      return false;
    }
  }

  @Test
  void theLargestOrderFitsInOneTransaction() {
    Order order = new Order("1", "ada", clock.instant(), linesOf(Checkout.MOST_LINES));

    checkout.place(order);

    assertThat(orders.find("ada", "1").orElseThrow().getLines()).hasSize(Checkout.MOST_LINES);
  }

  @Test
  void anOrderThatIsTooLargeOrEmptyIsRefused() {
    List<OrderLine> tooMany = linesOf(Checkout.MOST_LINES + 1);

    assertThatThrownBy(() -> checkout.place(new Order("1", "ada", clock.instant(), tooMany)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> checkout.place(order("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<OrderLine> linesOf(int count) {
    return StickerFile.read().stream()
        .limit(count)
        .map(product -> new OrderLine(product.sku(), 1, product.priceCents()))
        .toList();
  }
}
