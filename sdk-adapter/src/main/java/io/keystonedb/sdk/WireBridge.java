package io.keystonedb.sdk;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.wire.Cors;
import io.keystonedb.internal.wire.HttpHeaders;
import io.keystonedb.internal.wire.WireProtocol;
import io.keystonedb.internal.wire.WireRequest;
import io.keystonedb.internal.wire.WireResponse;
import java.io.IOException;
import java.util.Objects;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Hands requests of the SDK to the wire protocol of a database, without a socket. Thread-safe. */
final class WireBridge {
  private static final String REGION = "us-east-1";

  private final WireProtocol protocol;

  WireBridge(Database database) {
    Objects.requireNonNull(database, "database");
    protocol = new WireProtocol((request, signature) -> database.engine(), REGION, Cors.ANY);
  }

  /**
   * The answer to a request.
   *
   * @throws IOException if the answer is lost on purpose
   */
  WireResponse send(SdkHttpRequest request, byte[] body) throws IOException {
    HttpHeaders headers = new HttpHeaders();
    request.headers().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    String path = request.encodedPath();
    WireRequest wire =
        new WireRequest(
            request.method().name(),
            path.isEmpty() ? "/" : path,
            SdkHttpUtils.encodeAndFlattenQueryParameters(request.rawQueryParameters()).orElse(null),
            headers,
            body);
    try {
      return protocol.handle(wire);
    } catch (AnswerLostException e) {
      throw new IOException("the connection was closed", e);
    }
  }

  /** Status and header fields of an answer. */
  static SdkHttpFullResponse head(WireResponse response) {
    SdkHttpFullResponse.Builder head =
        SdkHttpFullResponse.builder()
            .statusCode(response.status())
            .statusText(WireResponse.reason(response.status()));
    response.headers().forEach(head::appendHeader);
    return head.putHeader("Content-Length", Integer.toString(response.length())).build();
  }
}
