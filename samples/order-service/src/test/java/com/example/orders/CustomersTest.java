package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@KeystoneDb
class CustomersTest {
  private Customers customers;

  @BeforeAll
  static void table(DynamoDbClient client) {
    ShopTable.create(client);
  }

  @BeforeEach
  void ada(DynamoDbEnhancedClient client) {
    customers = new Customers(client);
    customers.register(new Customer("1", "ada@example.com", "Ada"));
  }

  @Test
  void aCustomerIsFoundByIdAndByEmail() {
    assertThat(customers.find("1")).get().extracting(Customer::getName).isEqualTo("Ada");
    assertThat(customers.findByEmail("ada@example.com"))
        .get()
        .extracting(Customer::getId)
        .isEqualTo("1");
    assertThat(customers.find("2")).isEmpty();
    assertThat(customers.findByEmail("nobody@example.com")).isEmpty();
  }

  @Test
  void anEmailAddressBelongsToOneCustomerOnly() {
    assertThat(customers.register(new Customer("2", "ada@example.com", "Another Ada"))).isFalse();
    assertThat(customers.find("2")).isEmpty();
  }

  @Test
  void ofManyWhoWantAnEmailAddressAtTheSameTimeOneGetsIt() throws Exception {
    List<Boolean> registered =
        InParallel.run(
            8, i -> () -> customers.register(new Customer("t" + i, "bob@example.com", "Bob")));

    assertThat(registered).containsOnlyOnce(true);
    String owner = "t" + registered.indexOf(true);
    assertThat(customers.findByEmail("bob@example.com"))
        .get()
        .extracting(Customer::getId)
        .isEqualTo(owner);
  }

  @Test
  void aChangeCountsTheVersionUp() {
    Customer ada = customers.find("1").orElseThrow();
    long before = ada.getVersion();
    ada.setName("Ada Lovelace");

    assertThat(customers.save(ada).getVersion()).isEqualTo(before + 1);
    assertThat(customers.find("1")).get().extracting(Customer::getName).isEqualTo("Ada Lovelace");
  }

  @Test
  void aChangeToAnOldVersionIsRefused() {
    Customer mine = customers.find("1").orElseThrow();
    Customer yours = customers.find("1").orElseThrow();
    mine.setName("Ada Lovelace");
    customers.save(mine);
    yours.setBlocked(true);

    assertThatThrownBy(() -> customers.save(yours))
        .isInstanceOf(ConcurrentChangeException.class)
        .hasMessage("Customer 1 was changed in the meantime");
    assertThat(customers.find("1")).get().extracting(Customer::isBlocked).isEqualTo(false);
  }
}
