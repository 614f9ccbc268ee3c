package io.keystonedb.migration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One place where two items or answers differ. Immutable.
 *
 * @param path where: {@code address.city}, {@code lines[2].price}; of an answer also the name of
 *     its member, such as {@code Count}
 * @param kind how
 * @param primary what the primary has there; null if nothing
 * @param shadow what the shadow has there; null if nothing
 */
public record Difference(
    String path,
    DifferenceKind kind,
    @Nullable AttributeValue primary,
    @Nullable AttributeValue shadow) {

  @Override
  public String toString() {
    return path + ": " + kind.text() + ", " + show(primary) + " against " + show(shadow);
  }

  private static String show(@Nullable AttributeValue value) {
    return value == null ? "nothing" : ValueText.shortened(value);
  }
}
