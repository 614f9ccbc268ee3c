package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LazyRequestIdTest {
  @Test
  void itIsAMapWithTheRequestIdAsItsOnlyEntryWhicheverWayItIsAskedFor() {
    LazyRequestId metadata = new LazyRequestId();

    String requestId = metadata.get("AWS_REQUEST_ID");

    assertThat(requestId).hasSize(52);
    assertThat(metadata).containsExactly(java.util.Map.entry("AWS_REQUEST_ID", requestId));
    assertThat(metadata.get("AWS_REQUEST_ID")).isEqualTo(requestId);
    assertThat(metadata.get("another")).isNull();
    assertThat(metadata.get(null)).isNull();
  }

  @Test
  void eachAnswerHasAnotherRequestId() {
    assertThat(new LazyRequestId()).isNotEqualTo(new LazyRequestId());
  }
}
