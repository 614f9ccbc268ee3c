package io.keystonedb.sdk;

import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What surrounds an answer: the request id and the HTTP response it pretends to have come in. */
final class ResponseMetadata {
  private static final int ID_LENGTH = 52;
  private static final String ID_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** So many characters of an id come from one random number without a bias that matters. */
  private static final int CHARACTERS_PER_RANDOM = 10;

  private ResponseMetadata() {}

  /** Metadata with a new request id. */
  static AwsResponseMetadata next() {
    return DefaultAwsResponseMetadata.create(new LazyRequestId());
  }

  /**
   * A new request id in the service's form: 52 digits and capital letters. It identifies nothing in
   * the database, so it does not come from the database's randomness.
   */
  @SuppressWarnings(
      "deprecation") // The characters are ASCII, and no other constructor is as cheap.
  static String requestId() {
    byte[] id = new byte[ID_LENGTH];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long bits = 0;
    for (int i = 0; i < ID_LENGTH; i++) {
      if (i % CHARACTERS_PER_RANDOM == 0) {
        bits = random.nextLong() >>> 1;
      }
      id[i] = (byte) ID_CHARACTERS.charAt((int) (bits % ID_CHARACTERS.length()));
      bits /= ID_CHARACTERS.length();
    }
    return new String(id, 0);
  }

  /** The HTTP response of an error. */
  static SdkHttpResponse http(int status, String statusText, String requestId) {
    return headers(SdkHttpResponse.builder(), status, statusText)
        .putHeader("x-amzn-RequestId", requestId)
        .build();
  }

  /** An empty answer of an SDK type that came with status 200. */
  static SdkResponse prototype(Class<?> responseType) {
    SdkResponse.Builder builder =
        (SdkResponse.Builder) Reflection.staticCall(responseType, "builder");
    builder.sdkHttpResponse(headers(SdkHttpResponse.builder(), 200, "OK").build());
    return builder.build();
  }

  private static SdkHttpResponse.Builder headers(
      SdkHttpResponse.Builder builder, int status, String statusText) {
    return builder
        .statusCode(status)
        .statusText(statusText)
        .putHeader("Content-Type", "application/x-amz-json-1.0")
        .putHeader("Server", "Server");
  }
}
