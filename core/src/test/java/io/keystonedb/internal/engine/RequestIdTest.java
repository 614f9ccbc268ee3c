package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestIdTest {
  @Test
  void idsHaveTheServicesFormAndDiffer() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String id = RequestId.next().toString();
      assertThat(id).matches("[0-9A-Z]{52}");
      ids.add(id);
    }

    assertThat(ids).hasSize(1_000);
  }

  @Test
  void textOfAnIdStaysTheSameAndDependsOnAllOfIt() {
    RequestId id = new RequestId(1, 2);

    assertThat(id.toString()).isEqualTo(new RequestId(1, 2).toString());
    assertThat(id.toString()).isNotEqualTo(new RequestId(2, 2).toString());
    assertThat(id.toString()).isNotEqualTo(new RequestId(1, 3).toString());
  }
}
