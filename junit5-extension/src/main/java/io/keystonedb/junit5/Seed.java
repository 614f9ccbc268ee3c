package io.keystonedb.junit5;

import io.keystonedb.Item;
import io.keystonedb.internal.json.JsonFormatException;
import io.keystonedb.internal.json.SeedFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A file with items.
 *
 * @param table the table of all its items; null if the file names tables
 */
record Seed(String file, @Nullable String table, Origin origin) {
  /** The service's limit of BatchWriteItem. */
  private static final int MAX_WRITES = 25;

  private static final String FILE_SYSTEM = "file:";

  void load(DynamoDbClient client) {
    try {
      read().forEach((name, items) -> load(client, name, items));
    } catch (AwsServiceException e) {
      throw mistake(
          "an item cannot be written: " + e.awsErrorDetails().errorMessage(),
          "correct the items, or the table they go to",
          e);
    }
  }

  private Map<String, List<Item>> read() {
    try (InputStream stream = open();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return table == null
          ? SeedFile.readTables(reader)
          : Map.of(table, SeedFile.readItems(reader));
    } catch (JsonFormatException e) {
      throw mistake("its items cannot be read: " + e.getMessage(), expectedForm(), e);
    } catch (IOException e) {
      throw mistake("the file cannot be read: " + e.getMessage(), "make it readable", e);
    }
  }

  private String expectedForm() {
    return table == null
        ? "write an object from table name to array of items, each plain JSON or DynamoDB JSON; a file for one table goes to @Table(seed)"
        : "write an array of items or JSON lines, each item plain JSON or DynamoDB JSON";
  }

  private InputStream open() throws IOException {
    if (file.startsWith(FILE_SYSTEM)) {
      return new FileInputStream(file.substring(FILE_SYSTEM.length()));
    }
    InputStream beside = origin.testClass().getResourceAsStream(file);
    if (beside != null) {
      return beside;
    }
    String root = file.startsWith("/") ? file : "/" + file;
    InputStream atRoot = origin.testClass().getResourceAsStream(root);
    if (atRoot != null) {
      return atRoot;
    }
    throw origin.mistake(
        value(),
        "there is no such file on the class path",
        "put it at src/test/resources%s or src/test/resources/%s/, or name a file as \"file:path\""
            .formatted(root, origin.testClass().getPackageName().replace('.', '/')));
  }

  private void load(DynamoDbClient client, String name, List<Item> items) {
    List<WriteRequest> writes =
        items.stream()
            .map(AttributeValues::of)
            .map(item -> PutRequest.builder().item(item).build())
            .map(put -> WriteRequest.builder().putRequest(put).build())
            .toList();
    for (int start = 0; start < writes.size(); start += MAX_WRITES) {
      int end = Math.min(start + MAX_WRITES, writes.size());
      List<WriteRequest> left = writes.subList(start, end);
      while (!left.isEmpty()) {
        List<WriteRequest> some = left;
        left = write(client, name, some);
        if (left.size() == some.size()) {
          // Without progress, trying again might never end.
          throw origin.mistake(
              value(),
              "%d items of table %s are left unprocessed, as if held by transactions"
                  .formatted(left.size(), name),
              "lower dials().transactionConflicts(...) while the seed is loaded");
        }
      }
    }
  }

  /** Writes once; what is left unprocessed. */
  private static List<WriteRequest> write(
      DynamoDbClient client, String name, List<WriteRequest> writes) {
    return client
        .batchWriteItem(request -> request.requestItems(Map.of(name, writes)))
        .unprocessedItems()
        .getOrDefault(name, List.of());
  }

  private RuntimeException mistake(String mistake, String fix, Exception cause) {
    return origin.mistake(value(), mistake, fix, cause);
  }

  private String value() {
    return "seed = \"" + file + "\"";
  }
}
