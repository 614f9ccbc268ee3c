package io.keystonedb.internal.legacy;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code AttributesToGet}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributesToGet.html">AttributesToGet</a>
 */
public final class LegacyProjection {
  /** The name of the parameter. */
  public static final String PARAMETER = "AttributesToGet";

  private LegacyProjection() {}

  /**
   * The projection on top-level attributes that the request asks for.
   *
   * @return null if it asks for none
   * @throws KeystoneException if it names an attribute twice
   */
  public static @Nullable Projection of(@Nullable List<String> attributesToGet) {
    if (attributesToGet == null) {
      return null;
    }
    LegacyErrors errors = new LegacyErrors(ValidationLayer.CURRENT);
    Set<String> distinct = new HashSet<>();
    for (String attribute : attributesToGet) {
      errors.requireName(attribute);
      if (!distinct.add(attribute)) {
        throw LegacyErrors.repeatedAttribute(attribute);
      }
    }
    return new Projection(attributesToGet.stream().map(Path::of).toList());
  }
}
