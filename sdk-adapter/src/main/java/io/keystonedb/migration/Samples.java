package io.keystonedb.migration;

import io.keystonedb.sdk.support.AnswerForm;
import io.keystonedb.sdk.support.SdkMember;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** By what it is decided whether a read is compared: the same for the same items, always. */
final class Samples {
  private static final SdkMember VALUES = new SdkMember("ExpressionAttributeValues");

  private Samples() {}

  static long hash(RequestFacts facts, SdkRequest request) {
    if (facts.allKeys()) {
      long hash = 0;
      for (TableKey key : facts.keys()) {
        hash += key.hash();
      }
      return hash;
    }
    if (facts.model().answer() == AnswerForm.ORDERED_PAGE) {
      Map<String, AttributeValue> values = VALUES.item(request);
      return facts.table().hashCode() * 31L + ItemHash.ofKey(values == null ? Map.of() : values);
    }
    return facts.operation().hashCode() * 31L + facts.tables().hashCode();
  }
}
