package com.example.orders;

import static com.example.orders.ShopTable.INDEX_PARTITION_KEY;
import static com.example.orders.ShopTable.INDEX_SORT_KEY;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A sticker on sale.
 *
 * @param sku its number: the code points of the emoji on it, in hexadecimal, joined by "-"
 * @param name its name in English
 * @param department the part of the shop it is sold in
 * @param shelf the shelf of that department
 * @param priceCents price of one, in cents
 * @param stock how many are left
 */
public record Product(
    String sku, String name, String department, String shelf, long priceCents, long stock) {

  /** The emoji itself. */
  public String emoji() {
    StringBuilder text = new StringBuilder();
    for (String codePoint : sku.split("-", -1)) {
      text.appendCodePoint(Integer.parseInt(codePoint, 16));
    }
    return text.toString();
  }

  static Product fromItem(Map<String, AttributeValue> item) {
    return new Product(
        item.get("sku").s(),
        item.get("name").s(),
        item.get("department").s(),
        item.get("shelf").s(),
        Long.parseLong(item.get("priceCents").n()),
        Long.parseLong(item.get("stock").n()));
  }

  Map<String, AttributeValue> toItem() {
    Map<String, AttributeValue> item = new HashMap<>(ShopTable.productKey(sku));
    item.put(INDEX_PARTITION_KEY, AttributeValue.fromS(ShopTable.departmentPartition(department)));
    item.put(INDEX_SORT_KEY, AttributeValue.fromS(shelf + "#" + sku));
    item.put("sku", AttributeValue.fromS(sku));
    item.put("name", AttributeValue.fromS(name));
    item.put("department", AttributeValue.fromS(department));
    item.put("shelf", AttributeValue.fromS(shelf));
    item.put("priceCents", AttributeValue.fromN(Long.toString(priceCents)));
    item.put("stock", AttributeValue.fromN(Long.toString(stock)));
    return item;
  }
}
