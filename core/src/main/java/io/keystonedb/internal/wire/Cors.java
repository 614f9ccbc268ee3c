package io.keystonedb.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What browsers are told about requests from pages of other origins. The service allows all.
 *
 * @param origins the origins that are allowed; all if it is empty
 */
public record Cors(List<String> origins) {
  /** As the service: every page may. */
  public static final Cors ANY = new Cors(List.of());

  private static final String EXPOSED =
      "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";
  private static final String MAX_AGE_SECONDS = "172800";

  public Cors {
    origins = List.copyOf(origins);
  }

  /** Adds what every answer to a page says. */
  void addTo(WireRequest request, HttpHeaders headers) {
    String allowed = allowed(request.header("Origin"));
    if (allowed != null) {
      headers.add("access-control-allow-origin", allowed);
      headers.add("access-control-expose-headers", EXPOSED);
    }
  }

  /** The answer to a browser that asks before it sends. */
  HttpHeaders preflight(WireRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.add("access-control-max-age", MAX_AGE_SECONDS);
    echo(request, "Access-Control-Request-Headers", "access-control-allow-headers", headers);
    echo(request, "Access-Control-Request-Method", "access-control-allow-methods", headers);
    return headers;
  }

  private static void echo(WireRequest request, String asked, String answer, HttpHeaders headers) {
    String value = request.header(asked);
    if (value != null) {
      headers.add(answer, value);
    }
  }

  private @Nullable String allowed(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    if (origins.isEmpty()) {
      return "*";
    }
    return origins.contains(origin) ? origin : null;
  }
}
