package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.Service;
import io.keystonedb.internal.wire.Cors;
import io.keystonedb.internal.wire.HttpHeaders;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.internal.wire.WireRequest;
import io.keystonedb.internal.wire.WireResponse;
import java.nio.charset.StandardCharsets;

/**
 * Sends requests to a database as JSON, as any client does, so that tests state rules in the
 * service's own terms. In requests, answers and errors {@code '} stands for a quotation mark.
 */
public final class JsonClient {
  /** A signature in the right form. */
  public static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=key/20261124/us-east-1/dynamodb/aws4_request, "
          + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=abc";

  private final WireProtocol protocol;

  /** A client of a database. */
  public JsonClient(Database database) {
    this(database.engine());
  }

  /** A client of an engine. */
  public JsonClient(Engine engine) {
    protocol = new WireProtocol((request, signature) -> engine, "us-east-1", Cors.ANY);
  }

  /** The body of the answer to a request that succeeds. */
  public String ok(String operation, String json) {
    WireResponse response = send(operation, json);
    assertThat(response.status()).as(text(response)).isEqualTo(200);
    return text(response);
  }

  /** Name and text of the error that a request ends in, such as {@code ValidationException: x}. */
  public String error(String operation, String json) {
    WireResponse response = send(operation, json);
    assertThat(response.status()).as(text(response)).isGreaterThanOrEqualTo(400);
    return text(response)
        .replaceFirst("^\\{'__type':'[\\w.]*#(\\w+)'(,'[mM]essage':')?", "$1: ")
        .replaceFirst("'\\}$", "")
        .replace("\\'", "'");
  }

  /** The text of the {@code ValidationException} that a request ends in. */
  public String invalid(String operation, String json) {
    String error = error(operation, json);
    assertThat(error).startsWith("ValidationException: ");
    return error.substring("ValidationException: ".length());
  }

  /** The body of whatever comes back. */
  public String answer(String operation, String json) {
    return text(send(operation, json));
  }

  /** The headers of a good request. */
  public static HttpHeaders headers(String operation) {
    return new HttpHeaders()
        .add("content-type", "application/x-amz-json-1.0")
        .add("x-amz-target", service(operation).targetName() + "." + operation)
        .add("x-amz-date", "20261124T000000Z")
        .add("authorization", AUTHORIZATION);
  }

  private static Service service(String operation) {
    Operation<?, ?> known = Operations.find(operation);
    return known == null ? Service.DYNAMODB : known.service();
  }

  private WireResponse send(String operation, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return protocol.handle(new WireRequest("POST", "/", null, headers(operation), body));
  }

  private static String text(WireResponse response) {
    return new String(response.body(), 0, response.length(), StandardCharsets.UTF_8)
        .replace('"', '\'');
  }
}
