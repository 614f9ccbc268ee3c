package io.keystonedb.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Runs in a fresh JVM up to the first table and the first item, or only touches the SDK's shapes of
 * these operations, and prints the CPU seconds and the wall-clock seconds since the JVM's start.
 */
final class ColdStart {
  private ColdStart() {}

  /** The argument is the name of an {@link Emulator}, or {@code SHAPES}. */
  public static void main(String[] args) {
    if (args[0].equals("SHAPES")) {
      touchShapes();
    } else {
      use(Emulator.valueOf(args[0]).open());
    }
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double cpu = system.getProcessCpuTime() / 1e9;
    long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    double wall = (System.currentTimeMillis() - started) / 1e3;
    System.out.println(cpu + " " + wall);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void use(DynamoDbClient client) {
    Orders.createTable(client);
    Map<String, AttributeValue> item = Orders.item(1, 0);
    client.putItem(PutItemRequest.builder().tableName(Orders.TABLE).item(item).build());
    GetItemRequest get =
        GetItemRequest.builder().tableName(Orders.TABLE).key(Orders.key(1)).build();
    if (!client.getItem(get).item().equals(item)) {
      throw new IllegalStateException("the item that was read is not the one that was written");
    }
  }

  private static void touchShapes() {
    SdkPojo[] shapes = {
      CreateTableRequest.builder().tableName(Orders.TABLE).build(),
      CreateTableResponse.builder()
          .tableDescription(TableDescription.builder().tableName(Orders.TABLE).build())
          .build(),
      PutItemRequest.builder().tableName(Orders.TABLE).item(Orders.item(1, 0)).build(),
      PutItemResponse.builder().build(),
      GetItemRequest.builder().tableName(Orders.TABLE).key(Orders.key(1)).build(),
      GetItemResponse.builder().item(Orders.item(1, 0)).build()
    };
    for (SdkPojo shape : shapes) {
      shape.sdkFields().forEach(field -> field.getValueOrDefault(shape));
    }
  }
}
