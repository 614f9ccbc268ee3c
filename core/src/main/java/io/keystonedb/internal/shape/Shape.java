package io.keystonedb.internal.shape;

import java.util.List;

/**
 * The kind of thing a member holds, with its declared constraints.
 *
 * <p>The Java form of each kind: {@link String}, {@link Integer}, {@link Long}, {@link Boolean},
 * {@link Double}, {@link java.time.Instant}, {@link java.util.List}, {@link java.util.Map}, a
 * record, and for attribute values {@link Decoded}.
 */
public sealed interface Shape
    permits Shape.Text,
        Shape.Whole,
        Shape.Flag,
        Shape.Fraction,
        Shape.Timestamp,
        Shape.AttributeValue,
        Shape.AttributeMap,
        Shape.ListOf,
        Shape.MapOf,
        Structure {

  /**
   * A string.
   *
   * @param constraints in the order in which the service reports their violations
   */
  record Text(List<Constraint> constraints) implements Shape {
    public Text {
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * A whole number.
   *
   * @param wide whether it is a {@link Long}; an {@link Integer} otherwise
   * @param constraints in the order in which the service reports their violations
   */
  record Whole(boolean wide, List<Constraint> constraints) implements Shape {
    public Whole {
      constraints = List.copyOf(constraints);
    }
  }

  /** A boolean. */
  record Flag() implements Shape {}

  /** A {@link Double}. */
  record Fraction() implements Shape {}

  /** An {@link java.time.Instant}; seconds since the epoch with a fraction on the wire. */
  record Timestamp() implements Shape {}

  /**
   * One attribute value: a {@code Decoded<Value>} in requests. In answers the record holds a plain
   * {@link io.keystonedb.Value}.
   */
  record AttributeValue() implements Shape {}

  /**
   * A map from attribute names to attribute values: a {@code Decoded<Item>} in requests. In answers
   * the record holds a plain {@link io.keystonedb.Item}.
   */
  record AttributeMap() implements Shape {}

  /**
   * A list.
   *
   * @param element the kind of its elements
   * @param constraints on its length
   */
  record ListOf(Shape element, List<Constraint> constraints) implements Shape {
    public ListOf {
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * A map with string keys.
   *
   * @param value the kind of its values
   * @param constraints on its length
   * @param keyConstraints on each of its keys, in the order in which the service prints them
   */
  record MapOf(Shape value, List<Constraint> constraints, List<Constraint> keyConstraints)
      implements Shape {
    public MapOf {
      constraints = List.copyOf(constraints);
      keyConstraints = List.copyOf(keyConstraints);
    }

    /** A map whose keys may be any strings. */
    public MapOf(Shape value, List<Constraint> constraints) {
      this(value, constraints, List.of());
    }
  }
}
