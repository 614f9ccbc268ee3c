package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.internal.engine.RequestId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestIdMapTest {
  @Test
  void theRequestIdIsTheOnlyEntryWhicheverWayItIsAskedFor() {
    RequestId id = new RequestId(1, 2);
    RequestIdMap metadata = new RequestIdMap(id);

    assertThat(metadata).containsExactly(Map.entry("AWS_REQUEST_ID", id.toString()));
    assertThat(metadata.get("AWS_REQUEST_ID")).isEqualTo(id.toString());
    assertThat(metadata.get("another")).isNull();
    assertThat(metadata.get(null)).isNull();
  }
}
