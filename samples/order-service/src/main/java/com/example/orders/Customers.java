package com.example.orders;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The customers of the shop, with the Enhanced client. */
public final class Customers {
  private final DynamoDbEnhancedClient client;
  private final DynamoDbTable<Customer> customers;
  private final DynamoDbTable<EmailClaim> emails;

  /** Customers in the shop's table. */
  public Customers(DynamoDbEnhancedClient client) {
    this.client = client;
    customers = client.table(ShopTable.NAME, TableSchema.fromBean(Customer.class));
    emails = client.table(ShopTable.NAME, TableSchema.fromBean(EmailClaim.class));
  }

  /**
   * Stores a new customer.
   *
   * @return false if the e-mail address belongs to somebody
   */
  public boolean register(Customer customer) {
    var claim =
        TransactPutItemEnhancedRequest.builder(EmailClaim.class)
            .item(new EmailClaim(customer.getEmail(), customer.getId()))
            .conditionExpression(
                Expression.builder().expression("attribute_not_exists(pk)").build())
            .build();
    try {
      client.transactWriteItems(
          transaction -> transaction.addPutItem(emails, claim).addPutItem(customers, customer));
      return true;
    } catch (TransactionCanceledException e) {
      if (failedCondition(e, 0)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean failedCondition(TransactionCanceledException e, int action) {
    return "ConditionalCheckFailed".equals(e.cancellationReasons().get(action).code());
  }

  /** The customer of an id. */
  public Optional<Customer> find(String id) {
    return Optional.ofNullable(
        customers.getItem(key(ShopTable.customerPartition(id), ShopTable.PROFILE)));
  }

  /** The customer who has an e-mail address. */
  public Optional<Customer> findByEmail(String email) {
    EmailClaim claim = emails.getItem(key(ShopTable.emailPartition(email), ShopTable.EMAIL));
    return Optional.ofNullable(claim).map(EmailClaim::getCustomerId).flatMap(this::find);
  }

  /**
   * Stores changes to a customer who was read before.
   *
   * @return the customer with the new version
   * @throws ConcurrentChangeException if the stored one has another version by now
   */
  public Customer save(Customer customer) {
    try {
      return customers.updateItem(customer);
    } catch (ConditionalCheckFailedException e) {
      throw new ConcurrentChangeException("Customer " + customer.getId(), e);
    }
  }

  private static Key key(String partition, String sort) {
    return Key.builder().partitionValue(partition).sortValue(sort).build();
  }
}
