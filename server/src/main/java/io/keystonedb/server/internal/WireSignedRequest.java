package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.RequestSignature;
import io.keystonedb.internal.wire.WireRequest;
import io.keystonedb.server.SignedRequest;
import java.util.List;
import java.util.Optional;

/** A request of the wire protocol with its signature. */
public record WireSignedRequest(WireRequest request, RequestSignature claim)
    implements SignedRequest {
  @Override
  public String accessKey() {
    return claim.accessKey();
  }

  @Override
  public String region() {
    return claim.region();
  }

  @Override
  public String credential() {
    return claim.credential();
  }

  @Override
  public String algorithm() {
    return claim.algorithm();
  }

  @Override
  public String signedHeaders() {
    return claim.signedHeaders();
  }

  @Override
  public String signature() {
    return claim.signature();
  }

  @Override
  public String date() {
    return claim.date();
  }

  @Override
  public boolean signedInQuery() {
    return claim.inQuery();
  }

  @Override
  public String target() {
    String target = request.header("X-Amz-Target");
    return target == null ? "" : target;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(request.query());
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().all(name);
  }

  @Override
  public byte[] body() {
    return request.body();
  }
}
