package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.junit5.BeanTable;
import io.keystonedb.junit5.KeystoneDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;

@KeystoneDb(beans = @BeanTable(value = Customer.class, name = ShopTable.NAME))
class CustomersTest {
  private DynamoDbTable<Customer> stored; // set by @KeystoneDb
  private Customers customers;

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
    assertThat(stored.scan().items()).hasSize(2); // Ada, and whose her address is
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
    Customer kept =
        stored.getItem(Key.builder().partitionValue("CUSTOMER#1").sortValue("PROFILE").build());
    assertThat(kept.getName()).isEqualTo("Ada Lovelace");
    assertThat(kept.isBlocked()).isFalse();
  }
}
