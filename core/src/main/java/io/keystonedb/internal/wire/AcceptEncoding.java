package io.keystonedb.internal.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Accept-Encoding} as the service was observed to read it in October 2026,
 * which is not quite as RFC 9110 has it: the weight of a coding is what follows the first {@code
 * q=} in its entry, wherever that stands, and what cannot be read counts as 1.
 */
final class AcceptEncoding {
  static final String GZIP = "gzip";
  static final String DEFLATE = "deflate";

  private static final List<String> CODINGS = List.of(GZIP, DEFLATE);
  private static final String ANY = "*";
  private static final String WEIGHT = "q=";
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");

  private AcceptEncoding() {}

  /**
   * The coding of an answer: the one with the highest weight, of equal ones the first; null for
   * none.
   *
   * @param header the first line of it
   */
  static @Nullable String chosen(String header) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String entry : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = entry.indexOf(';');
      String name = (semicolon < 0 ? entry : entry.substring(0, semicolon)).trim();
      weights.merge(name, weight(semicolon < 0 ? "" : entry.substring(semicolon)), Math::max);
    }
    String chosen = null;
    double highest = 0;
    boolean named = false;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      String coding = meant(entry.getKey(), weights);
      boolean isNamed = !entry.getKey().equals(ANY);
      boolean better =
          entry.getValue() > highest || (entry.getValue() == highest && isNamed && !named);
      if (coding != null && entry.getValue() > 0 && better) {
        chosen = coding;
        highest = entry.getValue();
        named = isNamed;
      }
    }
    return chosen;
  }

  /** A star stands for the coding that is not named. */
  private static @Nullable String meant(String name, Map<String, Double> weights) {
    if (!name.equals(ANY)) {
      return CODINGS.contains(name) ? name : null;
    }
    for (String coding : CODINGS) {
      if (!weights.containsKey(coding)) {
        return coding;
      }
    }
    return null;
  }

  private static double weight(String parameters) {
    int at = parameters.indexOf(WEIGHT);
    if (at < 0) {
      return 1;
    }
    int from = at + WEIGHT.length();
    int to = parameters.indexOf(';', from);
    String text = parameters.substring(from, to < 0 ? parameters.length() : to).trim();
    return NUMBER.matcher(text).matches() ? Math.min(Double.parseDouble(text), 1) : 1;
  }
}
