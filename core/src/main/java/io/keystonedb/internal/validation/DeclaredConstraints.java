package io.keystonedb.internal.validation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request against the constraints its shape declares and reports the violations in the
 * service's form, {@code N validation errors detected: Value '…' at '…' failed to satisfy
 * constraint: …}.
 */
public final class DeclaredConstraints {
  /** The service lists no more violations than this. */
  private static final int MAX_REPORTED = 10;

  private DeclaredConstraints() {}

  /**
   * Checks all members in their order.
   *
   * @throws KeystoneException listing the violations, if there are any
   */
  public static void check(Structure structure, Record request) {
    report(violations(structure, request));
  }

  /** The text for one violation alone, for constraints that are not declared on a member. */
  public static String textOf(Member member, Object value, String constraint) {
    return "1 validation error detected: Value '"
        + Printer.print(member.shape(), value)
        + "' at '"
        + member.pathName()
        + "' failed to satisfy constraint: "
        + constraint;
  }

  /**
   * Throws what was found, in another order than that of the members.
   *
   * @param first paths, or beginnings of paths, that come first, in their order
   * @throws KeystoneException if the list is not empty
   */
  public static void report(List<Violation> violations, List<String> first) {
    if (violations.size() < 2) {
      report(violations);
      return;
    }
    List<Violation> ordered = new ArrayList<>();
    for (String path : first) {
      violations.stream().filter(each -> each.path().startsWith(path)).forEach(ordered::add);
    }
    violations.stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
    report(ordered);
  }

  /** All violations in the order of the members; usually none. */
  public static List<Violation> violations(Structure structure, Record request) {
    Collector collector = new Collector();
    collector.structure(structure, request, null);
    return collector.violations;
  }

  /**
   * Throws what was found.
   *
   * @throws KeystoneException if the list is not empty
   */
  public static void report(List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    int count = Math.min(violations.size(), MAX_REPORTED);
    StringBuilder text = new StringBuilder();
    text.append(count).append(count == 1 ? " validation error" : " validation errors");
    text.append(" detected: ");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : "; ").append(violations.get(i).text());
    }
    throw KeystoneException.validation(text.toString());
  }

  /**
   * One violation.
   *
   * @param path where, such as {@code keySchema.1.member.attributeName}
   * @param text what the service says of it
   */
  public record Violation(String path, String text) {}

  /**
   * A place in a request. It becomes text only where there is a violation.
   *
   * @param parent what it is in; null for the request itself
   * @param step the name of a member, the position of an element, from 1, or the key of an entry
   * @param contained whether it is an element or an entry
   */
  private record Place(@Nullable Place parent, Object step, boolean contained) {
    @Override
    public String toString() {
      return (parent == null ? "" : parent + ".") + step + (contained ? ".member" : "");
    }
  }

  private static final class Collector {
    private List<Violation> violations = List.of();

    void structure(Structure structure, Record record, @Nullable Place parent) {
      List<Member> members = structure.members();
      for (int i = 0; i < members.size(); i++) {
        Member member = members.get(i);
        Object value = structure.get(record, i);
        if (value != null) {
          value(member.shape(), value, new Place(parent, member.pathName(), false));
        } else if (member.required()) {
          Place place = new Place(parent, member.pathName(), false);
          add(place, null, member.shape(), "Member must not be null");
        }
      }
    }

    private void value(Shape shape, Object value, Place place) {
      if (shape instanceof Shape.Text text) {
        constraints(text.constraints(), shape, value, place);
      } else if (shape instanceof Shape.Whole whole) {
        constraints(whole.constraints(), shape, value, place);
      } else if (shape instanceof Shape.ListOf list) {
        constraints(list.constraints(), shape, value, place);
        elements(list, (List<?>) value, place);
      } else if (shape instanceof Shape.MapOf map) {
        constraints(map.constraints(), shape, value, place);
        keys(map, (Map<?, ?>) value, place);
        entries(map, (Map<?, ?>) value, place);
      } else if (shape instanceof Structure structure) {
        structure(structure, (Record) value, place);
      }
    }

    private void constraints(List<Constraint> constraints, Shape shape, Object value, Place place) {
      for (int i = 0; i < constraints.size(); i++) {
        if (!constraints.get(i).holds(value)) {
          add(place, value, shape, constraints.get(i).text());
        }
      }
    }

    private void elements(Shape.ListOf shape, List<?> list, Place parent) {
      for (int i = 0; i < list.size(); i++) {
        Object element = list.get(i);
        if (element == null) {
          Place place = new Place(parent, i + 1, true);
          add(place, null, shape.element(), "Member must not be null");
        } else if (!(element instanceof Decoded<?>)) {
          value(shape.element(), element, new Place(parent, i + 1, true));
        }
      }
    }

    /** A key that breaks a constraint is answered with all of them. */
    private void keys(Shape.MapOf shape, Map<?, ?> map, Place place) {
      List<Constraint> constraints = shape.keyConstraints();
      if (constraints.isEmpty()) {
        return;
      }
      for (Object key : map.keySet()) {
        if (!constraints.stream().allMatch(constraint -> constraint.holds(key))) {
          String texts = constraints.stream().map(Constraint::text).toList().toString();
          add(place, map, shape, "Map keys must satisfy constraint: " + texts);
          return;
        }
      }
    }

    private void entries(Shape.MapOf shape, Map<?, ?> map, Place parent) {
      if (shape.value() instanceof Shape.Text text && text.constraints().isEmpty()) {
        return;
      }
      map.forEach((key, value) -> value(shape.value(), value, new Place(parent, key, true)));
    }

    private void add(Place place, @Nullable Object value, Shape shape, String constraint) {
      if (violations.isEmpty()) {
        violations = new ArrayList<>();
      }
      String path = place.toString();
      String shown = value == null ? "null" : "'" + Printer.print(shape, value) + "'";
      violations.add(
          new Violation(
              path,
              "Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint));
    }
  }
}
