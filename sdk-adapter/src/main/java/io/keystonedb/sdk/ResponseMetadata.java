package io.keystonedb.sdk;

import io.keystonedb.internal.engine.RequestId;
import io.keystonedb.sdk.support.Reflection;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What surrounds an answer: the request id and the HTTP response it pretends to have come in. */
final class ResponseMetadata {
  private ResponseMetadata() {}

  /** Metadata with the id of a request. */
  static AwsResponseMetadata of(RequestId id) {
    return DefaultAwsResponseMetadata.create(new RequestIdMap(id));
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
