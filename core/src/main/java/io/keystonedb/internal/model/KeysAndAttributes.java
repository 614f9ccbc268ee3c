package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a batch reads of one table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeysAndAttributes.html">KeysAndAttributes</a>
 */
public record KeysAndAttributes(
    @Nullable List<Decoded<Item>> keys,
    @Nullable List<String> attributesToGet,
    @Nullable Boolean consistentRead,
    @Nullable String projectionExpression,
    @Nullable Map<String, String> expressionAttributeNames) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          KeysAndAttributes.class,
          Member.required("Keys", Shapes.listOf(Shapes.ATTRIBUTE_MAP)),
          Member.optional("AttributesToGet", Shapes.ATTRIBUTES_TO_GET),
          Member.optional("ConsistentRead", Shapes.FLAG),
          Member.optional("ProjectionExpression", Shapes.TEXT),
          Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP));

  /** Reads of whole items, eventually consistent. */
  public static KeysAndAttributes of(List<Decoded<Item>> keys) {
    return new KeysAndAttributes(keys, null, null, null, null);
  }
}
