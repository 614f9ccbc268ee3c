package io.keystonedb.conformance.golden;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.wire.Cors;
import io.keystonedb.internal.wire.HttpHeaders;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.internal.wire.WireRequest;
import io.keystonedb.internal.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends requests as JSON to the protocol of the core. */
final class WireSession implements Session {
  private final WireProtocol protocol;
  private final String authorization;

  WireSession(String authorization) {
    this(Database.inMemory().engine(), authorization);
  }

  WireSession(Engine engine, String authorization) {
    protocol = new WireProtocol((request, signature) -> engine, "us-east-1", Cors.ANY);
    this.authorization = authorization;
  }

  @Override
  public Reply send(String operation, Map<String, Object> request) {
    HttpHeaders headers =
        new HttpHeaders()
            .add("content-type", "application/x-amz-json-1.0")
            .add("x-amz-target", target(operation))
            .add("x-amz-date", "20261124T000000Z")
            .add("authorization", authorization);
    byte[] body = Json.write(request).getBytes(StandardCharsets.UTF_8);
    WireResponse response = protocol.handle(new WireRequest("POST", "/", null, headers, body));
    return Reply.ofWire(
        response.status(),
        new String(response.body(), 0, response.length(), StandardCharsets.UTF_8));
  }

  /** The target that names an operation. */
  static String target(String operation) {
    return Operations.find(operation).service().targetName() + "." + operation;
  }
}
