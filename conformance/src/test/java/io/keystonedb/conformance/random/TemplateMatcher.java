package io.keystonedb.conformance.random;

import java.util.List;

/**
 * Compares both outcomes, and the request, with templates.
 *
 * @param errors of the request, our outcome and theirs; null if only answers differ
 * @param places of the request, a path, and what ours and theirs have there
 */
record TemplateMatcher(Template errors, List<Template> places)
    implements KnownDifference.PlaceMatcher {

  @Override
  public boolean explainsErrors(Difference difference) {
    return errors != null
        && errors.matches(
            difference.request().toString(),
            difference.ours().summary(),
            difference.theirs().summary());
  }

  @Override
  public boolean explainsPlace(Difference difference, Difference.Place place) {
    return places.stream()
        .anyMatch(
            template ->
                template.matches(
                    difference.request().toString(), place.path(), place.ours(), place.theirs()));
  }
}
