package io.keystonedb.sdk;

import io.keystonedb.KeystoneException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A list of anything. */
final class ListMapping implements ShapeMapping {
  private final ShapeMapping element;
  private final String operation;
  private final String path;

  ListMapping(ShapeMapping element, String operation, String path) {
    this.element = element;
    this.operation = operation;
    this.path = path;
  }

  @Override
  public Object toRecord(Object sdkValue, String attribute) {
    Collection<?> elements = (Collection<?>) sdkValue;
    List<Object> mapped = new ArrayList<>(elements.size());
    for (Object each : elements) {
      if (each == null) {
        throw KeystoneException.validation(
            "KeystoneDB does not support null elements in " + path + " of " + operation);
      }
      mapped.add(element.toRecord(each, attribute));
    }
    return Collections.unmodifiableList(mapped);
  }

  @Override
  public Object toSdk(Object recordValue) {
    if (element == SameMapping.INSTANCE) {
      return recordValue;
    }
    Collection<?> elements = (Collection<?>) recordValue;
    List<Object> mapped = new ArrayList<>(elements.size());
    for (Object each : elements) {
      mapped.add(element.toSdk(each));
    }
    return mapped;
  }
}
