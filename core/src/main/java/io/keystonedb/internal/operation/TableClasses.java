package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of tables. One that is none is refused in words of its own, not as a declared
 * constraint (observed in October 2026).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">Table
 *     classes</a>
 */
final class TableClasses {
  /** The class of a table for which none was named. */
  static final String STANDARD = "STANDARD";

  private static final List<String> CLASSES = List.of(STANDARD, "STANDARD_INFREQUENT_ACCESS");

  private TableClasses() {}

  static void check(@Nullable String tableClass) {
    if (tableClass != null && !CLASSES.contains(tableClass)) {
      throw KeystoneException.validation(
          "Invalid table-class parameter provided. Please try again with a valid table-class value: "
              + CLASSES
              + ".");
    }
  }
}
