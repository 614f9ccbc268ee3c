package com.example.orders;

import io.keystonedb.junit5.KeystoneDb;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What tests of the shop start from: its table with all 3,655 stickers on sale. They are imported
 * once for a class; each test works on a copy of its own, which costs microseconds.
 */
@KeystoneDb
abstract class ShopTest {
  static final String PENGUIN = "1F427";
  static final String TENT = "26FA";
  static final String SNOWMAN = "26C4";

  @BeforeAll
  static void openTheShop(DynamoDbClient client) {
    ShopTable.create(client);
    new CatalogueImport(client).run(StickerFile.read());
  }
}
