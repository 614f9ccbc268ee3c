/**
 * The order service of a sticker shop, on one DynamoDB table. {@link com.example.orders.ShopTable}
 * shows how the table is laid out.
 */
package com.example.orders;
