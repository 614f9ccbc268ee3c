package io.keystonedb.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What a request is about, under the primary's names. Immutable.
 *
 * @param operation the service's name of the operation
 * @param tables without repetitions; empty if not known
 * @param index null if it is about none
 * @param keys of the items, as far as they are known
 * @param allKeys whether those are all items it is about
 */
record RequestFacts(
    String operation,
    OperationClass kind,
    List<String> tables,
    @Nullable String index,
    List<TableKey> keys,
    boolean allKeys) {

  /** Looks at a request. */
  static RequestFacts of(SdkRequest request, TableInfos tables) {
    Reader reader = new Reader(tables);
    if (request instanceof GetItemRequest get) {
      return reader.key(get.tableName(), get.key()).facts("GetItem", OperationClass.READ);
    }
    if (request instanceof PutItemRequest put) {
      return reader.item(put.tableName(), put.item()).facts("PutItem", OperationClass.WRITE);
    }
    if (request instanceof UpdateItemRequest update) {
      return reader.key(update.tableName(), update.key()).facts("UpdateItem", OperationClass.WRITE);
    }
    if (request instanceof DeleteItemRequest delete) {
      return reader.key(delete.tableName(), delete.key()).facts("DeleteItem", OperationClass.WRITE);
    }
    if (request instanceof QueryRequest query) {
      return reader.page("Query", query.tableName(), query.indexName());
    }
    if (request instanceof ScanRequest scan) {
      return reader.page("Scan", scan.tableName(), scan.indexName());
    }
    return several(request, reader);
  }

  private static RequestFacts several(SdkRequest request, Reader reader) {
    if (request instanceof BatchGetItemRequest batch) {
      batch.requestItems().forEach((table, keys) -> keys.keys().forEach(k -> reader.key(table, k)));
      return reader.facts("BatchGetItem", OperationClass.READ);
    }
    if (request instanceof BatchWriteItemRequest batch) {
      batch.requestItems().forEach(reader::writes);
      return reader.facts("BatchWriteItem", OperationClass.WRITE);
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      transaction.transactItems().stream()
          .filter(each -> each.get() != null)
          .forEach(each -> reader.key(each.get().tableName(), each.get().key()));
      return reader.facts("TransactGetItems", OperationClass.READ);
    }
    if (request instanceof TransactWriteItemsRequest transaction) {
      transaction.transactItems().forEach(reader::write);
      return reader.facts("TransactWriteItems", OperationClass.WRITE);
    }
    return statementOrTable(request, reader);
  }

  private static RequestFacts statementOrTable(SdkRequest request, Reader reader) {
    if (request instanceof ExecuteStatementRequest statement) {
      return reader.statements("ExecuteStatement", List.of(String.valueOf(statement.statement())));
    }
    if (request instanceof BatchExecuteStatementRequest batch) {
      return reader.statements(
          "BatchExecuteStatement",
          batch.statements().stream().map(each -> String.valueOf(each.statement())).toList());
    }
    if (request instanceof ExecuteTransactionRequest transaction) {
      return reader.statements(
          "ExecuteTransaction",
          transaction.transactStatements().stream()
              .map(each -> String.valueOf(each.statement()))
              .toList());
    }
    if (request instanceof CreateTableRequest create) {
      return reader.table("CreateTable", create.tableName());
    }
    if (request instanceof UpdateTableRequest update) {
      return reader.table("UpdateTable", update.tableName());
    }
    if (request instanceof DeleteTableRequest delete) {
      return reader.table("DeleteTable", delete.tableName());
    }
    if (request instanceof UpdateTimeToLiveRequest update) {
      return reader.table("UpdateTimeToLive", update.tableName());
    }
    String name = request.getClass().getSimpleName();
    return reader.facts(
        name.substring(0, name.length() - "Request".length()), OperationClass.OTHER);
  }

  /** Of all items it is about. For items that are not known, any hash is one of theirs. */
  boolean isAboutOneItem() {
    return allKeys && keys.size() == 1;
  }

  /** Collects what a request is about. */
  private static final class Reader {
    private final TableInfos infos;
    private final List<String> tables = new ArrayList<>(1);
    private final List<TableKey> keys = new ArrayList<>(1);
    private boolean allKeys = true;

    Reader(TableInfos infos) {
      this.infos = infos;
    }

    RequestFacts facts(String operation, OperationClass kind) {
      boolean all = allKeys && !keys.isEmpty();
      return new RequestFacts(operation, kind, tables, null, keys, all);
    }

    RequestFacts page(String operation, @Nullable String table, @Nullable String index) {
      named(table);
      return new RequestFacts(operation, OperationClass.READ, tables, index, keys, false);
    }

    RequestFacts table(String operation, @Nullable String table) {
      named(table);
      return new RequestFacts(operation, OperationClass.TABLE, tables, null, keys, false);
    }

    RequestFacts statements(String operation, Collection<String> statements) {
      boolean reads =
          statements.stream()
              .allMatch(each -> each.strip().toUpperCase(Locale.ROOT).startsWith("SELECT"));
      OperationClass kind = reads ? OperationClass.READ : OperationClass.WRITE;
      return new RequestFacts(operation, kind, tables, null, keys, false);
    }

    /** Answers the name as the primary knows it: what a name of a table may be an ARN of. */
    private String named(@Nullable String table) {
      String name = table == null ? "" : table.substring(table.lastIndexOf('/') + 1);
      if (!tables.contains(name)) {
        tables.add(name);
      }
      return name;
    }

    Reader key(@Nullable String table, @Nullable Map<String, AttributeValue> key) {
      String name = named(table);
      if (key == null || key.containsValue(null)) {
        allKeys = false;
      } else {
        keys.add(TableKey.of(name, key));
      }
      return this;
    }

    Reader item(@Nullable String table, Map<String, AttributeValue> item) {
      String name = named(table);
      TableInfo info = infos.find(name);
      return key(name, info == null ? null : info.keyOf(item));
    }

    void writes(String table, List<WriteRequest> writes) {
      for (WriteRequest write : writes) {
        if (write.putRequest() != null) {
          item(table, write.putRequest().item());
        } else if (write.deleteRequest() != null) {
          key(table, write.deleteRequest().key());
        }
      }
    }

    void write(TransactWriteItem write) {
      if (write.put() != null) {
        item(write.put().tableName(), write.put().item());
      }
      if (write.update() != null) {
        key(write.update().tableName(), write.update().key());
      }
      if (write.delete() != null) {
        key(write.delete().tableName(), write.delete().key());
      }
      if (write.conditionCheck() != null) {
        key(write.conditionCheck().tableName(), write.conditionCheck().key());
      }
    }
  }
}
