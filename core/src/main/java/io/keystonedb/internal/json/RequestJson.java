package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.keystonedb.internal.shape.Structure;
import java.io.IOException;

/**
 * Bodies of requests: one JSON value in UTF-8. What a body may hold is bounded by its length, which
 * the caller checks, and by {@link #MAX_DEPTH}; numbers, strings and names may be as long as the
 * body. Stateless.
 */
public final class RequestJson {
  /**
   * Nesting that is still read, so that a document far too deep for the service gets the error of
   * its content; each level costs some 50 bytes.
   */
  private static final int MAX_DEPTH = 500_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // Names of attributes are the client's; many that collide are slow and not an error.
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private RequestJson() {}

  /**
   * The request in a body.
   *
   * @param name the service's name of the structure, which its errors show
   * @throws JsonSyntaxException if the body is not JSON; it comes before the other one
   * @throws ConversionException if a part is of another type than declared
   */
  public static Record read(Structure structure, String name, byte[] body) {
    try (JsonParser parser = parser(body)) {
      return new RequestReader(parser).read(structure, name);
    } catch (IOException e) {
      throw new JsonSyntaxException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads a body to its end and keeps nothing of it.
   *
   * @throws JsonSyntaxException if the body is not JSON
   */
  public static void checkSyntax(byte[] body) {
    try (JsonParser parser = parser(body)) {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException("nothing but blanks");
      }
      parser.skipChildren();
      RequestReader.requireEnd(parser);
    } catch (IOException e) {
      throw new JsonSyntaxException(String.valueOf(e.getMessage()));
    }
  }

  private static JsonParser parser(byte[] body) throws IOException {
    if (!Utf8.isText(body)) {
      throw new JsonSyntaxException("not UTF-8");
    }
    return FACTORY.createParser(body);
  }
}
