package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.storage.Reader;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists the tags of a table, up to ten at a time.
 *
 * <p>A table that is not there is answered as one that the caller has no right to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html">ListTagsOfResource</a>
 */
public final class ListTagsOfResource
    extends Operation<ListTagsOfResource.Input, ListTagsOfResource.Output> {
  private static final int PAGE_TAGS = 10;

  /** The request. */
  public record Input(@Nullable String resourceArn, @Nullable String nextToken) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("ResourceArn", Shapes.RESOURCE_ARN),
            Member.optional("NextToken", Shapes.TEXT));
  }

  /** The answer. */
  public record Output(@Nullable List<Tag> tags, @Nullable String nextToken) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Tags", Shapes.listOf(Tag.SHAPE)),
            Member.optional("NextToken", Shapes.TEXT));
  }

  ListTagsOfResource() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(Engine engine, Input request) {
    String arn = Objects.requireNonNull(request.resourceArn());
    int start = request.nextToken() == null ? 0 : parse(request.nextToken());
    List<Tag> tags = engine.read(reader -> tagsOf(engine, reader, arn));
    int end = Math.min(tags.size(), start + PAGE_TAGS);
    return new Output(
        start < end ? tags.subList(start, end) : List.of(), end < tags.size() ? token(end) : null);
  }

  private static List<Tag> tagsOf(Engine engine, Reader reader, String arn) {
    TableDefinition table = Tables.findByArn(engine, reader, arn);
    if (table == null) {
      throw KeystoneException.of(
          ErrorCode.ACCESS_DENIED,
          "User: arn:aws:iam::"
              + engine.account().accountId()
              + ":root is not authorized to perform: dynamodb:ListTagsOfResource on resource: "
              + arn);
    }
    return table.tags();
  }

  private static String token(int start) {
    return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt(start).array());
  }

  private static int parse(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw invalidToken();
    }
    if (bytes.length != Integer.BYTES || bytes[0] < 0) {
      throw invalidToken();
    }
    return ByteBuffer.wrap(bytes).getInt();
  }

  private static KeystoneException invalidToken() {
    return KeystoneException.validation("Invalid NextToken");
  }
}
