package io.keystonedb.migration;

import io.keystonedb.sdk.support.ItemAccess;
import io.keystonedb.sdk.support.OperationModel;
import io.keystonedb.sdk.support.OperationModels;
import io.keystonedb.sdk.support.PartiQlStatement;
import io.keystonedb.sdk.support.RequestVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a request is about, under the primary's names. Immutable.
 *
 * @param tables without repetitions; empty if not known, as for statements
 * @param index null if it is about none
 * @param keys of the items, as far as they are known
 * @param deletedKeys those of them whose items it deletes
 * @param allKeys whether those are all items it is about
 */
record RequestFacts(
    OperationModel model,
    OperationClass kind,
    List<String> tables,
    @Nullable String index,
    List<TableKey> keys,
    Set<TableKey> deletedKeys,
    boolean allKeys) {

  /** Looks at a request. */
  static RequestFacts of(SdkRequest request, TableInfos tables) {
    Reader reader = new Reader(tables);
    OperationModel model = OperationModels.of(request);
    model.visit(request, reader);
    return reader.facts(model);
  }

  /** Of a request that is for the primary alone. */
  static RequestFacts forPrimaryAlone(SdkRequest request) {
    return new RequestFacts(
        OperationModels.of(request),
        OperationClass.OTHER,
        List.of(),
        null,
        List.of(),
        Set.of(),
        false);
  }

  /** The service's name of the operation. */
  String operation() {
    return model.name();
  }

  /** The only or first table; empty if none is known. */
  String table() {
    return tables.isEmpty() ? "" : tables.get(0);
  }

  /** Of all items it is about. For items that are not known, any hash is one of theirs. */
  boolean isAboutOneItem() {
    return allKeys && keys.size() == 1;
  }

  /** Collects what a request is about. */
  private static final class Reader implements RequestVisitor {
    private final TableInfos infos;
    private final List<String> tables = new ArrayList<>(1);
    private @Nullable String index;
    private final List<TableKey> keys = new ArrayList<>(1);
    private Set<TableKey> deletedKeys = Set.of();
    private boolean allKeys = true;
    private boolean onlySelects = true;

    Reader(TableInfos infos) {
      this.infos = infos;
    }

    RequestFacts facts(OperationModel model) {
      boolean all = allKeys && !keys.isEmpty();
      return new RequestFacts(model, kind(model), tables, index, keys, deletedKeys, all);
    }

    private OperationClass kind(OperationModel model) {
      return switch (model.kind()) {
        case READ_ITEMS -> OperationClass.READ;
        case WRITE_ITEMS -> OperationClass.WRITE;
        case RUN_STATEMENTS -> onlySelects ? OperationClass.READ : OperationClass.WRITE;
        case DEFINE_TABLE -> OperationClass.TABLE;
        case ADMINISTER, DESCRIBE, UNKNOWN -> OperationClass.OTHER;
      };
    }

    @Override
    public void table(String name) {
      if (!tables.contains(name)) {
        tables.add(name);
      }
    }

    @Override
    public void index(String name) {
      index = name;
    }

    @Override
    public void key(String table, Map<String, AttributeValue> key, ItemAccess access) {
      TableKey known = known(table, key);
      if (known != null && access == ItemAccess.DELETE) {
        if (deletedKeys.isEmpty()) {
          deletedKeys = new HashSet<>();
        }
        deletedKeys.add(known);
      }
    }

    @Override
    public void item(String table, Map<String, AttributeValue> item) {
      TableInfo info = infos.find(table);
      known(table, info == null ? null : info.keyOf(item));
    }

    private @Nullable TableKey known(String table, @Nullable Map<String, AttributeValue> key) {
      if (key == null || key.containsValue(null)) {
        allKeys = false;
        return null;
      }
      TableKey known = TableKey.of(table, key);
      keys.add(known);
      return known;
    }

    @Override
    public void statement(String text) {
      onlySelects &= PartiQlStatement.reads(text);
    }
  }
}
