package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two outcomes of one request.
 *
 * @param ours what KeystoneDB made of the request
 * @param theirs what dynoxide made of it
 */
record Difference(Request request, Outcome ours, Outcome theirs) {
  /**
   * A place where two outcomes differ.
   *
   * @param path names and positions that lead to it, joined by dots
   * @param ours what is there in ours, as JSON; {@code absent} for nothing
   * @param theirs what is there in theirs
   */
  record Place(String path, String ours, String theirs) {
    @Override
    public String toString() {
      return path + " | " + ours + " | " + theirs;
    }
  }

  /** Whether there is no difference after all. */
  boolean isEmpty() {
    return ours.equals(theirs);
  }

  /** Where the outcomes differ. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    compare("", ours.tree(), theirs.tree(), places);
    return places;
  }

  private static void compare(String path, Object ours, Object theirs, List<Place> places) {
    if (Objects.equals(ours, theirs)) {
      return;
    }
    if (ours instanceof Map<?, ?> our && theirs instanceof Map<?, ?> their) {
      Set<Object> names = new TreeSet<>(our.keySet());
      names.addAll(their.keySet());
      names.forEach(name -> compare(join(path, name), our.get(name), their.get(name), places));
    } else if (ours instanceof List<?> our
        && theirs instanceof List<?> their
        && our.size() == their.size()) {
      for (int i = 0; i < our.size(); i++) {
        compare(join(path, i), our.get(i), their.get(i), places);
      }
    } else {
      places.add(new Place(path, text(ours), text(theirs)));
    }
  }

  private static String join(String path, Object step) {
    return path.isEmpty() ? step.toString() : path + "." + step;
  }

  private static String text(Object value) {
    return value == null ? "absent" : Json.print(value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(request.toString());
    text.append("\n    ours:   ").append(ours).append("\n    theirs: ").append(theirs);
    if (ours.isAnswer() == theirs.isAnswer()) {
      places().forEach(place -> text.append("\n    at ").append(place));
    }
    return text.toString();
  }
}
