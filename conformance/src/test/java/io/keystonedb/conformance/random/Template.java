package io.keystonedb.conformance.random;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern over several texts at once. A place holder <code>${name}</code> stands for any part of
 * a text, the same wherever the name is used again, in whichever of the texts; <code>${name=a|b}
 * </code> stands for one of the given parts, <code>${#name}</code> for a number, and <code>${}
 * </code> for anything. All else stands for itself.
 */
final class Template {
  private static final char BETWEEN = '\0';
  private static final Pattern PLACE_HOLDER = Pattern.compile("\\$\\{(#?)(\\w*)(?:=([^}]*))?}");

  private final Pattern pattern;

  /**
   * Combines templates, one for each text.
   *
   * @throws IllegalArgumentException if a place holder is malformed
   */
  Template(List<String> templates) {
    Set<String> known = new HashSet<>();
    pattern =
        Pattern.compile(
            templates.stream()
                .map(each -> regex(each, known))
                .collect(Collectors.joining(String.valueOf(BETWEEN))),
            Pattern.DOTALL);
  }

  private static String regex(String template, Set<String> known) {
    StringBuilder regex = new StringBuilder();
    Matcher holders = PLACE_HOLDER.matcher(template);
    int end = 0;
    while (holders.find()) {
      regex.append(Pattern.quote(template.substring(end, holders.start())));
      end = holders.end();
      String name = holders.group(2);
      String content = content(!holders.group(1).isEmpty(), holders.group(3));
      if (name.isEmpty()) {
        regex.append(content);
      } else if (known.add(name)) {
        regex.append("(?<").append(name).append('>').append(content).append(')');
      } else {
        regex.append("\\k<").append(name).append('>');
      }
    }
    return regex.append(Pattern.quote(template.substring(end))).toString();
  }

  private static String content(boolean number, String choices) {
    if (choices != null) {
      return Stream.of(choices.split("\\|", -1))
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "(?:", ")"));
    }
    return number ? "-?[0-9.]+" : "[^" + BETWEEN + "]*?";
  }

  boolean matches(String... texts) {
    return pattern.matcher(String.join(String.valueOf(BETWEEN), texts)).matches();
  }
}
