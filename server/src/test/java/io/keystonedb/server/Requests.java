package io.keystonedb.server;

import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire. */
final class Requests {
  private Requests() {}

  /** A whole request; ' stands for quotation marks in the body. */
  static String call(String operation, String body) {
    return head(operation, "Content-Length: " + length(body)) + quoted(body);
  }

  /** The head of a request with more header fields, such as the body's length. */
  static String head(String operation, String... fields) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\n"
        + "X-Amz-Target: DynamoDB_20120810."
        + operation
        + "\r\nX-Amz-Date: 20261124T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
        + "key/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=abc\r\n"
        + String.join("\r\n", fields)
        + "\r\n\r\n";
  }

  static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static int length(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Makes the table {@code ttt} with the text {@code pk} as its key. */
  static String createTable() {
    return call(
        "CreateTable",
        "{'TableName':'ttt','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'BillingMode':'PAY_PER_REQUEST'}");
  }
}
