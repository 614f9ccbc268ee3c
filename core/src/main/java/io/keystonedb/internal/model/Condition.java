package io.keystonedb.internal.model;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one attribute, as the parameters had it from before expressions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html">Condition</a>
 */
public record Condition(
    @Nullable List<Decoded<Value>> attributeValueList, String comparisonOperator) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Condition.class,
          Member.optional("AttributeValueList", Shapes.listOf(Shapes.ATTRIBUTE_VALUE)),
          Member.required("ComparisonOperator", Shapes.COMPARISON_OPERATOR));

  /** Conditions by the names of their attributes. */
  public static final Shape.MapOf MAP = Shapes.mapOf(SHAPE);
}
