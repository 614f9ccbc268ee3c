package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of all operations. Everything that needs to know them derives it from here. */
public final class Operations {
  private static final List<Operation<?, ?>> ALL =
      List.of(
          new BatchExecuteStatement(),
          new BatchGetItem(),
          new BatchWriteItem(),
          new CreateTable(),
          new DeleteItem(),
          new DeleteTable(),
          new DescribeEndpoints(),
          new DescribeLimits(),
          new DescribeStream(),
          new DescribeTable(),
          new DescribeTimeToLive(),
          new ExecuteStatement(),
          new ExecuteTransaction(),
          new GetItem(),
          new GetRecords(),
          new GetShardIterator(),
          new ListStreams(),
          new ListTables(),
          new ListTagsOfResource(),
          new PutItem(),
          new Query(),
          new Scan(),
          new TagResource(),
          new TransactGetItems(),
          new TransactWriteItems(),
          new UntagResource(),
          new UpdateItem(),
          new UpdateTable(),
          new UpdateTimeToLive());

  /** Operations of the service that are not in the list; for the answer to a request for them. */
  private static final Set<String> MISSING =
      Set.of(
          "CreateBackup",
          "CreateGlobalTable",
          "DeleteBackup",
          "DeleteResourcePolicy",
          "DescribeBackup",
          "DescribeContinuousBackups",
          "DescribeContributorInsights",
          "DescribeExport",
          "DescribeGlobalTable",
          "DescribeGlobalTableSettings",
          "DescribeImport",
          "DescribeKinesisStreamingDestination",
          "DescribeTableReplicaAutoScaling",
          "DisableKinesisStreamingDestination",
          "EnableKinesisStreamingDestination",
          "ExportTableToPointInTime",
          "GetResourcePolicy",
          "ImportTable",
          "ListBackups",
          "ListContributorInsights",
          "ListExports",
          "ListGlobalTables",
          "ListImports",
          "PutResourcePolicy",
          "RestoreTableFromBackup",
          "RestoreTableToPointInTime",
          "SearchVectors",
          "UpdateContinuousBackups",
          "UpdateContributorInsights",
          "UpdateGlobalTable",
          "UpdateGlobalTableSettings",
          "UpdateKinesisStreamingDestination",
          "UpdateTableReplicaAutoScaling");

  private static final Map<String, Operation<?, ?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));

  private Operations() {}

  /** All operations, by name. */
  public static List<Operation<?, ?>> all() {
    return ALL;
  }

  /**
   * The error for a name that is not in the list. The service says nothing to one that it does not
   * know; of its own operations we say which we miss.
   */
  public static KeystoneException unknown(String name) {
    return KeystoneException.of(
        ErrorCode.UNKNOWN_OPERATION,
        MISSING.contains(name) ? "KeystoneDB does not support " + name + " yet" : "");
  }

  /** The operation with the service's name, or null if there is none. */
  public static @Nullable Operation<?, ?> find(String name) {
    return BY_NAME.get(name);
  }

  /**
   * The operation that a request names as its target, or null if there is none.
   *
   * @param target such as {@code DynamoDB_20120810.PutItem}
   */
  public static @Nullable Operation<?, ?> findByTarget(String target) {
    int dot = target.indexOf('.');
    Operation<?, ?> operation = dot < 0 ? null : BY_NAME.get(target.substring(dot + 1));
    boolean matches =
        operation != null && target.startsWith(operation.service().targetName() + ".");
    return matches ? operation : null;
  }

  /** The operation of a class, to call it with its own types. */
  public static <T extends Operation<?, ?>> T of(Class<T> type) {
    Operation<?, ?> operation = find(type.getSimpleName());
    if (operation == null) {
      throw new IllegalArgumentException("not in the list of operations: " + type);
    }
    return type.cast(operation);
  }
}
