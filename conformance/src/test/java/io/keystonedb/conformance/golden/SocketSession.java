package io.keystonedb.conformance.golden;

import io.keystonedb.Database;
import io.keystonedb.server.KeystoneServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends requests to a server on loopback. All sessions share one server, which gives each access
 * key a database of its own. The operation {@value #HTTP} is any request of HTTP.
 */
final class SocketSession implements Session {
  private static final KeystoneServer SERVER =
      KeystoneServer.builder(Database.inMemory()).isolated(Duration.ofMinutes(1)).start();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String HTTP = "HTTP";

  private final String authorization;

  SocketSession(String authorization) {
    this.authorization = authorization;
  }

  /** Closes what all sessions share; none can be opened any more. */
  static void closeServer() {
    SERVER.close();
  }

  @Override
  public Reply send(String operation, Map<String, Object> request) {
    if (operation.equals(HTTP)) {
      return exchange(request);
    }
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-amz-json-1.0");
    headers.put("X-Amz-Target", WireSession.target(operation));
    headers.put("X-Amz-Date", "20261124T000000Z");
    headers.put("Authorization", authorization);
    HttpResponse<String> response = exchange("POST", "/", headers, Json.write(request));
    return Reply.ofWire(response.statusCode(), response.body());
  }

  /** Any request of HTTP; what comes back has {@code status}, {@code headers} and {@code body}. */
  private static Reply exchange(Map<String, Object> request) {
    HttpResponse<String> response =
        exchange(
            (String) request.get("method"),
            (String) request.get("path"),
            Json.object(request.get("headers")),
            (String) request.getOrDefault("body", ""));
    Map<String, Object> headers = new LinkedHashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return Reply.answer(
        Map.of(
            "status",
            BigDecimal.valueOf(response.statusCode()),
            "headers",
            headers,
            "body",
            response.body()));
  }

  private static HttpResponse<String> exchange(
      String method, String path, Map<String, Object> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SERVER.endpoint().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach((name, value) -> request.header(name, (String) value));
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
