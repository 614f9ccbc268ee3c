package io.keystonedb.internal.model;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write expects of one attribute: a value or its absence, or a comparison with values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExpectedAttributeValue.html">ExpectedAttributeValue</a>
 */
public record ExpectedAttributeValue(
    @Nullable Decoded<Value> value,
    @Nullable Boolean exists,
    @Nullable String comparisonOperator,
    @Nullable List<Decoded<Value>> attributeValueList) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ExpectedAttributeValue.class,
          Member.optional("Value", Shapes.ATTRIBUTE_VALUE),
          Member.optional("Exists", Shapes.FLAG),
          Member.optional("ComparisonOperator", Shapes.COMPARISON_OPERATOR),
          Member.optional("AttributeValueList", Shapes.listOf(Shapes.ATTRIBUTE_VALUE)));

  /** Expectations by the names of their attributes. */
  public static final Shape.MapOf MAP = Shapes.mapOf(SHAPE);
}
