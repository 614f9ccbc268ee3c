package com.example.orders;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The last evaluated key of a query as text that a web page can hand back. */
final class Cursor {
  private Cursor() {}

  /**
   * The text for a key; empty for the key that a query answers at its end: none or an empty one.
   */
  static Optional<String> from(Map<String, AttributeValue> lastEvaluatedKey) {
    if (lastEvaluatedKey == null || lastEvaluatedKey.isEmpty()) {
      return Optional.empty();
    }
    String json = EnhancedDocument.fromAttributeValueMap(lastEvaluatedKey).toJson();
    return Optional.of(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The key in a text, to start a query after.
   *
   * @throws IllegalArgumentException if the text is none of ours
   */
  static Map<String, AttributeValue> parse(String text) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return EnhancedDocument.fromJson(json).toMap();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Not a cursor: " + text, e);
    }
  }
}
