package io.keystonedb.sdk.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Members of shapes by their names. */
class SdkMemberTest {
  private final SdkMember tableName = new SdkMember("TableName");
  private final SdkMember consistentRead = new SdkMember("ConsistentRead");

  @Test
  void whatIsNotSetIsNull() {
    GetItemRequest empty = GetItemRequest.builder().build();

    assertThat(tableName.get(empty)).isNull();
    assertThat(new SdkMember("Key").item(empty)).isNull();
    assertThat(new SdkMember("Items").items(ScanResponse.builder().build())).isEmpty();
    assertThat(new SdkMember("Count").integer(ScanResponse.builder().build())).isZero();
  }

  @Test
  void anEmptyMapIsSet() {
    GetItemRequest request = GetItemRequest.builder().key(Map.of()).build();

    assertThat(new SdkMember("Key").item(request)).isEmpty();
  }

  @Test
  void oneMemberServesShapesOfSeveralClasses() {
    AttributeValue value = AttributeValue.builder().s("a").build();

    assertThat(tableName.string(GetItemRequest.builder().tableName("users").build()))
        .isEqualTo("users");
    assertThat(tableName.string(ListTablesRequest.builder().build())).isNull();
    assertThat(new SdkMember("S").string(value)).isEqualTo("a");
  }

  @Test
  void aCopyDiffersInTheMemberOnly() {
    GetItemRequest request = GetItemRequest.builder().tableName("users").build();

    assertThat(consistentRead.with(request, true))
        .isEqualTo(request.toBuilder().consistentRead(true).build());
    assertThat(request.consistentRead()).isNull();
  }

  @Test
  void aShapeWithoutTheMemberStaysAsItIs() {
    ListTablesRequest request = ListTablesRequest.builder().build();

    assertThat(consistentRead.isKnownTo(request)).isFalse();
    assertThat(consistentRead.with(request, true)).isSameAs(request);
  }
}
