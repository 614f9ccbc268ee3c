package io.keystonedb.server;

import java.util.List;
import java.util.Optional;

/**
 * What an {@link Authentication} sees of a request. The form of its signature is complete; whether
 * it is true is the question.
 */
public interface SignedRequest {
  /** The access key it says it was signed with. */
  String accessKey();

  /** The Region it was signed for; empty if its credential has none. */
  String region();

  /** The credential: access key, day, Region, service and {@code aws4_request}, between slashes. */
  String credential();

  /** Such as {@code AWS4-HMAC-SHA256}. */
  String algorithm();

  /** Names of the signed header fields, between semicolons. */
  String signedHeaders();

  /** The signature. */
  String signature();

  /** The time of signing as it was sent. */
  String date();

  /** Whether the signature stands in the query instead of the header. */
  boolean signedInQuery();

  /** The target, such as {@code DynamoDB_20120810.PutItem}. */
  String target();

  /** The method, such as {@code POST}. */
  String method();

  /** The path, as it was sent. */
  String path();

  /** The query, as it was sent, without the question mark. */
  Optional<String> query();

  /** All values of a header field, whose name has no case. */
  List<String> headers(String name);

  /** The body, as it was sent: perhaps compressed. Not to be changed. */
  byte[] body();
}
