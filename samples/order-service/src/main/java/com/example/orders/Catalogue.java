package com.example.orders;

import static com.example.orders.ShopTable.INDEX_PARTITION_KEY;
import static com.example.orders.ShopTable.INDEX_SORT_KEY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The products of the shop, with the low-level client. */
public final class Catalogue {
  private final DynamoDbClient client;

  /** A catalogue in the shop's table. */
  public Catalogue(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Adds a product.
   *
   * @return whether it is new; a product of the same number stays as it is
   */
  public boolean add(Product product) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(ShopTable.NAME)
                  .item(product.toItem())
                  .conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** The product of a number. */
  public Optional<Product> find(String sku) {
    Map<String, AttributeValue> item =
        client
            .getItem(request -> request.tableName(ShopTable.NAME).key(ShopTable.productKey(sku)))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(Product.fromItem(item));
  }

  /**
   * Puts more of a product in stock.
   *
   * @return how many there are now; empty if there is no such product
   */
  public Optional<Long> restock(String sku, long quantity) {
    try {
      Map<String, AttributeValue> updated =
          client
              .updateItem(
                  request ->
                      request
                          .tableName(ShopTable.NAME)
                          .key(ShopTable.productKey(sku))
                          .updateExpression("ADD stock :quantity")
                          .conditionExpression("attribute_exists(pk)")
                          .expressionAttributeValues(
                              Map.of(":quantity", AttributeValue.fromN(Long.toString(quantity))))
                          .returnValues("UPDATED_NEW"))
              .attributes();
      return Optional.of(Long.parseLong(updated.get("stock").n()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /**
   * Sets the price of a product if it still has the price that the caller saw.
   *
   * @return whether it was so
   */
  public boolean changePrice(String sku, long seenCents, long newCents) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(ShopTable.NAME)
                  .key(ShopTable.productKey(sku))
                  .updateExpression("SET priceCents = :new")
                  .conditionExpression("priceCents = :seen")
                  .expressionAttributeValues(
                      Map.of(
                          ":seen", AttributeValue.fromN(Long.toString(seenCents)),
                          ":new", AttributeValue.fromN(Long.toString(newCents)))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** A page of a department, in the order of its shelves. */
  public Page<Product> department(String department, int pageSize, Optional<String> cursor) {
    return page(inDepartment(department).limit(pageSize), cursor);
  }

  /** A page of one shelf of a department. */
  public Page<Product> shelf(
      String department, String shelf, int pageSize, Optional<String> cursor) {
    return page(onShelf(department, shelf).limit(pageSize), cursor);
  }

  /** How many products a department has; reads all of them, page by page. */
  public int size(String department) {
    QueryRequest count = inDepartment(department).select(Select.COUNT).build();
    return client.queryPaginator(count).stream().mapToInt(QueryResponse::count).sum();
  }

  /** The products of a shelf of which at most so many are left. */
  public List<Product> runningOut(String department, String shelf, long atMost) {
    QueryRequest.Builder query = onShelf(department, shelf);
    Map<String, AttributeValue> values = new HashMap<>(query.build().expressionAttributeValues());
    values.put(":atMost", AttributeValue.fromN(Long.toString(atMost)));
    QueryRequest scarce =
        query.filterExpression("stock <= :atMost").expressionAttributeValues(values).build();
    return client.queryPaginator(scarce).items().stream().map(Product::fromItem).toList();
  }

  private static QueryRequest.Builder inDepartment(String department) {
    return QueryRequest.builder()
        .tableName(ShopTable.NAME)
        .indexName(ShopTable.INDEX)
        .keyConditionExpression(INDEX_PARTITION_KEY + " = :department")
        .expressionAttributeValues(
            Map.of(":department", AttributeValue.fromS(ShopTable.departmentPartition(department))));
  }

  private static QueryRequest.Builder onShelf(String department, String shelf) {
    return inDepartment(department)
        .keyConditionExpression(
            INDEX_PARTITION_KEY + " = :department AND begins_with(" + INDEX_SORT_KEY + ", :shelf)")
        .expressionAttributeValues(
            Map.of(
                ":department", AttributeValue.fromS(ShopTable.departmentPartition(department)),
                ":shelf", AttributeValue.fromS(shelf + "#")));
  }

  private Page<Product> page(QueryRequest.Builder query, Optional<String> cursor) {
    cursor.map(Cursor::parse).ifPresent(query::exclusiveStartKey);
    QueryResponse response = client.query(query.build());
    return Page.of(response.items(), response.lastEvaluatedKey(), Product::fromItem);
  }
}
