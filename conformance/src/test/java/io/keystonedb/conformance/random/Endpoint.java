package io.keystonedb.conformance.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** An HTTP endpoint that speaks the wire protocol. */
final class Endpoint {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=00";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI uri;

  Endpoint(URI uri) {
    this.uri = uri;
  }

  /** Sends a request and reads what comes back. */
  Outcome call(Request request) {
    HttpRequest post =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", request.target())
            .header("X-Amz-Date", "20260101T000000Z")
            .header("Authorization", AUTHORIZATION)
            .POST(BodyPublishers.ofString(Json.print(request.body())))
            .build();
    try {
      HttpResponse<String> response = http.send(post, BodyHandlers.ofString());
      Map<String, Object> body =
          response.body().isEmpty() ? Map.of() : Json.parseObject(response.body());
      return response.statusCode() == 200 ? Outcome.answer(body) : Outcome.error(body);
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request that has to succeed. */
  Map<String, Object> answer(String operation, Map<String, Object> body) {
    Request request = Request.of(operation, body);
    Outcome outcome = call(request);
    if (!outcome.isAnswer()) {
      throw new IllegalStateException(request + " at " + uri + ": " + outcome);
    }
    return outcome.members();
  }

  URI uri() {
    return uri;
  }
}
