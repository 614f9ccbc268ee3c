package io.keystonedb.internal.wire;

import io.keystonedb.Database;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.TestStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A database behind the protocol, and requests as clients send them. */
final class Wire {
  final Database database = Database.on(TestStore.open());
  final WireProtocol protocol =
      new WireProtocol((request, signature) -> database.engine(), "us-east-1", Cors.ANY);

  /** The headers of a good request. */
  static HttpHeaders headers(String operation) {
    return JsonClient.headers(operation);
  }

  WireResponse send(String method, String path, HttpHeaders headers, byte[] body) {
    return protocol.handle(new WireRequest(method, path, null, headers, body));
  }

  WireResponse post(HttpHeaders headers, String body) {
    return send("POST", "/", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Status and body of an operation, with ' for quotation marks on both sides. */
  String call(String operation, String body) {
    return show(post(headers(operation), body.replace('\'', '"')));
  }

  static String show(WireResponse response) {
    return response.status() + " " + text(response).replace('"', '\'');
  }

  static String text(WireResponse response) {
    return new String(bytes(response), StandardCharsets.UTF_8);
  }

  static byte[] bytes(WireResponse response) {
    return Arrays.copyOf(response.body(), response.length());
  }

  /** A table {@code t} with the string key {@code pk}. */
  Wire withTable() {
    call(
        "CreateTable",
        "{'TableName':'ttt','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'BillingMode':'PAY_PER_REQUEST'}");
    return this;
  }
}
