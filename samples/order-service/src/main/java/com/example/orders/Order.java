package com.example.orders;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;

/** What a customer bought. Changes are guarded by a version. */
@DynamoDbBean
public class Order extends ShopBean {
  private String statusPartition;
  private String statusSort;
  private String id;
  private String customerId;
  private Instant placedAt;
  private OrderStatus status;
  private List<OrderLine> lines;
  private Long version;

  /** For the mapper. */
  public Order() {}

  /**
   * An order that is not stored yet.
   *
   * @param id ids of later orders come later in the order of strings
   */
  public Order(String id, String customerId, Instant placedAt, List<OrderLine> lines) {
    this.id = id;
    this.customerId = customerId;
    this.placedAt = placedAt;
    this.lines = List.copyOf(lines);
    setPartitionKey(ShopTable.customerPartition(customerId));
    setSortKey(ShopTable.ORDER_PREFIX + id);
    statusSort = placedAt + "#" + id;
    become(OrderStatus.PLACED);
  }

  /** Changes the status, and with it the place in the index. */
  void become(OrderStatus next) {
    status = next;
    statusPartition = ShopTable.statusPartition(next);
  }

  /** The sum of all lines, in cents. */
  public long totalCents() {
    return lines.stream().mapToLong(line -> line.getPriceCents() * line.getQuantity()).sum();
  }

  @DynamoDbSecondaryPartitionKey(indexNames = ShopTable.INDEX)
  @DynamoDbAttribute("gsi1pk")
  public String getStatusPartition() {
    return statusPartition;
  }

  public void setStatusPartition(String statusPartition) {
    this.statusPartition = statusPartition;
  }

  @DynamoDbSecondarySortKey(indexNames = ShopTable.INDEX)
  @DynamoDbAttribute("gsi1sk")
  public String getStatusSort() {
    return statusSort;
  }

  public void setStatusSort(String statusSort) {
    this.statusSort = statusSort;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCustomerId() {
    return customerId;
  }

  public void setCustomerId(String customerId) {
    this.customerId = customerId;
  }

  public Instant getPlacedAt() {
    return placedAt;
  }

  public void setPlacedAt(Instant placedAt) {
    this.placedAt = placedAt;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public void setStatus(OrderStatus status) {
    this.status = status;
  }

  public List<OrderLine> getLines() {
    return lines;
  }

  public void setLines(List<OrderLine> lines) {
    this.lines = lines;
  }

  @DynamoDbVersionAttribute
  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }
}
