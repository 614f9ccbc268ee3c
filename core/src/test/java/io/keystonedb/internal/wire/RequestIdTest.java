package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdTest {
  @Test
  void requestIdsHaveTheServicesFormAndDiffer() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = RequestId.next();
      assertThat(id).matches("[0-9A-Z]{52}");
      ids.add(id);
    }

    assertThat(ids).hasSize(1_000);
  }
}
