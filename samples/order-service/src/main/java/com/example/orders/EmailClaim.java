package com.example.orders;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** Says whose an e-mail address is; that it can exist only once keeps addresses unique. */
@DynamoDbBean
public class EmailClaim extends ShopBean {
  private String customerId;

  /** For the mapper. */
  public EmailClaim() {}

  EmailClaim(String email, String customerId) {
    this.customerId = customerId;
    setPartitionKey(ShopTable.emailPartition(email));
    setSortKey(ShopTable.EMAIL);
  }

  public String getCustomerId() {
    return customerId;
  }

  public void setCustomerId(String customerId) {
    this.customerId = customerId;
  }
}
