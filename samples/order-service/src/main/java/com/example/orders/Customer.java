package com.example.orders;

import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** Somebody who buys. Changes are guarded by a version. */
@DynamoDbBean
public class Customer extends ShopBean {
  private String id;
  private String email;
  private String name;
  private boolean blocked;
  private Long version;

  /** For the mapper. */
  public Customer() {}

  /** A customer who is not stored yet. */
  public Customer(String id, String email, String name) {
    this.id = id;
    this.email = email;
    this.name = name;
    setPartitionKey(ShopTable.customerPartition(id));
    setSortKey(ShopTable.PROFILE);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Whether the customer may not buy. */
  public boolean isBlocked() {
    return blocked;
  }

  public void setBlocked(boolean blocked) {
    this.blocked = blocked;
  }

  @DynamoDbVersionAttribute
  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }
}
