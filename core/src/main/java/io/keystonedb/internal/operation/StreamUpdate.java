package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowWriter;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableStream;
import io.keystonedb.internal.model.StreamSpecification;
import org.jspecify.annotations.Nullable;

/**
 * Switching the stream of a table on or off. What its records show cannot be changed: that takes a
 * new stream. The texts were observed in October 2026.
 *
 * @param requested null to leave the stream as it is
 */
record StreamUpdate(TableDefinition table, @Nullable StreamSpecification requested) {

  /** The table with the stream that is asked for. */
  TableDefinition apply(RequestContext context, RowWriter rows) {
    if (requested == null) {
      return table;
    }
    String viewType = check(requested);
    TableStream present = table.settings().stream();
    if (present != null && present.enabled()) {
      if (viewType != null) {
        throw KeystoneException.validation(
            "Table already has an enabled stream: TableName: " + table.name());
      }
      return with(Streams.disable(context, rows, table, present));
    }
    if (viewType == null) {
      throw KeystoneException.validation(
          "Table has no stream to disable: TableName: " + table.name());
    }
    return with(Streams.enable(context, rows, table, viewType));
  }

  private TableDefinition with(TableStream stream) {
    return table.withSettings(table.settings().withStream(stream));
  }

  /** The view type of a stream to be enabled; null to disable it. */
  private static @Nullable String check(StreamSpecification requested) {
    boolean enabled = Boolean.TRUE.equals(requested.streamEnabled());
    if (enabled && requested.streamViewType() == null) {
      throw TableSchemaChecks.invalid("If stream is being enabled then UpdateViewType is required");
    }
    if (!enabled && requested.streamViewType() != null) {
      throw TableSchemaChecks.invalid(
          "If stream is being disabled, then UpdateViewType must not be specified");
    }
    return requested.streamViewType();
  }
}
