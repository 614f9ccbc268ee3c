package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponseMetadataTest {
  @Test
  void requestIdsHaveTheServicesFormAndDiffer() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = ResponseMetadata.requestId();
      assertThat(id).matches("[0-9A-Z]{52}");
      ids.add(id);
    }

    assertThat(ids).hasSize(1_000);
  }
}
