package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Shape;
import java.util.List;

/**
 * The kinds of members that recur, with their constraints. Words of an enum stand in the order in
 * which the service prints them.
 */
public final class Shapes {
  /** Any string. */
  public static final Shape.Text TEXT = new Shape.Text(List.of());

  /** The name of a table where only a name is taken, as on CreateTable. */
  public static final Shape.Text TABLE_NAME =
      new Shape.Text(
          List.of(
              new Constraint.NamePattern(),
              new Constraint.MinLength(3),
              new Constraint.MaxLength(255)));

  /** The name or the ARN of a table. */
  public static final Shape.Text TABLE_ARN =
      new Shape.Text(
          List.of(
              new Constraint.OrArn(new Constraint.NamePattern()),
              new Constraint.MinLength(1),
              new Constraint.OrArn(new Constraint.MaxLength(255)),
              new Constraint.MaxLength(1024)));

  /** The name of an index. */
  public static final Shape.Text INDEX_NAME = TABLE_NAME;

  /** The name of a key attribute. */
  public static final Shape.Text KEY_ATTRIBUTE_NAME =
      new Shape.Text(List.of(new Constraint.MinLength(1), new Constraint.MaxLength(255)));

  /** The ARN of a resource with tags or a policy. */
  public static final Shape.Text RESOURCE_ARN =
      new Shape.Text(List.of(new Constraint.MinLength(1), new Constraint.MaxLength(1283)));

  /** The ARN of a stream. */
  public static final Shape.Text STREAM_ARN =
      new Shape.Text(List.of(new Constraint.MinLength(37), new Constraint.MaxLength(1024)));

  /** The id of a shard of a stream. */
  public static final Shape.Text SHARD_ID =
      new Shape.Text(List.of(new Constraint.MinLength(28), new Constraint.MaxLength(65)));

  /** An {@link Integer}. */
  public static final Shape.Whole INTEGER = new Shape.Whole(false, List.of());

  /** An {@link Integer} that is at least 1. */
  public static final Shape.Whole POSITIVE_INTEGER =
      new Shape.Whole(false, List.of(new Constraint.Min(1)));

  /** A {@link Long}. */
  public static final Shape.Whole LONG = new Shape.Whole(true, List.of());

  /** A {@link Long} that is at least 1. */
  public static final Shape.Whole POSITIVE_LONG =
      new Shape.Whole(true, List.of(new Constraint.Min(1)));

  /** A boolean. */
  public static final Shape.Flag FLAG = new Shape.Flag();

  /** A {@link Double}. */
  public static final Shape.Fraction FRACTION = new Shape.Fraction();

  /** A point in time. */
  public static final Shape.Timestamp TIMESTAMP = new Shape.Timestamp();

  /** An item, a key, or values of an expression. */
  public static final Shape.AttributeMap ATTRIBUTE_MAP = new Shape.AttributeMap();

  /** Names of an expression. */
  public static final Shape.MapOf TEXT_MAP = mapOf(TEXT);

  public static final Shape.Text RETURN_CONSUMED_CAPACITY = oneOf("INDEXES", "TOTAL", "NONE");
  public static final Shape.Text RETURN_ITEM_COLLECTION_METRICS = oneOf("SIZE", "NONE");
  public static final Shape.Text RETURN_VALUES =
      oneOf("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
  public static final Shape.Text RETURN_VALUES_ON_CONDITION_CHECK_FAILURE =
      oneOf("ALL_OLD", "NONE");
  public static final Shape.Text SELECT =
      oneOf("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

  public static final Shape.Text CONDITIONAL_OPERATOR = oneOf("OR", "AND");

  /** One attribute value. */
  public static final Shape.AttributeValue ATTRIBUTE_VALUE = new Shape.AttributeValue();

  /** The operators of legacy conditions. */
  public static final Shape.Text COMPARISON_OPERATOR =
      oneOf(
          "IN",
          "NULL",
          "BETWEEN",
          "LT",
          "NOT_CONTAINS",
          "EQ",
          "GT",
          "NOT_NULL",
          "NE",
          "LE",
          "BEGINS_WITH",
          "GE",
          "CONTAINS");

  /** The attributes that a read returns, from before projections. */
  public static final Shape.ListOf ATTRIBUTES_TO_GET =
      listOf(new Shape.Text(List.of(new Constraint.MaxLength(65535))), new Constraint.MinLength(1));

  /** The text of a PartiQL statement. */
  public static final Shape.Text STATEMENT =
      new Shape.Text(List.of(new Constraint.MinLength(1), new Constraint.MaxLength(8192)));

  /** The values of the question marks of a PartiQL statement. */
  public static final Shape.ListOf STATEMENT_PARAMETERS =
      listOf(ATTRIBUTE_VALUE, new Constraint.MinLength(1));

  private Shapes() {}

  /** A map by names or ARNs of tables, as in requests of batches. */
  public static Shape.MapOf byTable(Shape value) {
    return new Shape.MapOf(
        value,
        List.of(),
        List.of(
            new Constraint.OrArn(new Constraint.MaxLength(255)),
            new Constraint.MinLength(3),
            new Constraint.OrArn(new Constraint.NamePattern())));
  }

  /** A string that is one of some words, in the service's order of printing. */
  public static Shape.Text oneOf(String... words) {
    return new Shape.Text(List.of(new Constraint.OneOf(List.of(words))));
  }

  /** A list. */
  public static Shape.ListOf listOf(Shape element, Constraint... constraints) {
    return new Shape.ListOf(element, List.of(constraints));
  }

  /** A map. */
  public static Shape.MapOf mapOf(Shape value, Constraint... constraints) {
    return new Shape.MapOf(value, List.of(constraints));
  }
}
