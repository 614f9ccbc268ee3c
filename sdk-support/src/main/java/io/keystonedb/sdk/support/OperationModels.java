package io.keystonedb.sdk.support;

import static io.keystonedb.sdk.support.AnswerForm.ATTRIBUTES;
import static io.keystonedb.sdk.support.AnswerForm.ITEM;
import static io.keystonedb.sdk.support.AnswerForm.ITEMS_BY_TABLE;
import static io.keystonedb.sdk.support.AnswerForm.ITEM_RESPONSES;
import static io.keystonedb.sdk.support.AnswerForm.NONE;
import static io.keystonedb.sdk.support.AnswerForm.ORDERED_PAGE;
import static io.keystonedb.sdk.support.AnswerForm.STATEMENT_PAGE;
import static io.keystonedb.sdk.support.AnswerForm.STATEMENT_RESPONSES;
import static io.keystonedb.sdk.support.AnswerForm.UNORDERED_PAGE;
import static io.keystonedb.sdk.support.ItemAccess.CHECK;
import static io.keystonedb.sdk.support.ItemAccess.DELETE;
import static io.keystonedb.sdk.support.ItemAccess.READ;
import static io.keystonedb.sdk.support.ItemAccess.UPDATE;
import static io.keystonedb.sdk.support.RequestPlace.byTable;
import static io.keystonedb.sdk.support.RequestPlace.each;
import static io.keystonedb.sdk.support.RequestPlace.in;
import static io.keystonedb.sdk.support.RequestPlace.index;
import static io.keystonedb.sdk.support.RequestPlace.item;
import static io.keystonedb.sdk.support.RequestPlace.key;
import static io.keystonedb.sdk.support.RequestPlace.keys;
import static io.keystonedb.sdk.support.RequestPlace.statement;
import static io.keystonedb.sdk.support.RequestPlace.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;

/**
 * The one table of what the operations of both clients, DynamoDB's and that of its streams, read
 * and write. Thread-safe.
 */
public final class OperationModels {
  private static final List<OperationModel> ALL =
      List.of(
          // Items.
          read("GetItem", ITEM, table("TableName", key("Key", READ))),
          read("Query", ORDERED_PAGE, table("TableName", index("IndexName"))),
          read("Scan", UNORDERED_PAGE, table("TableName", index("IndexName"))),
          read("BatchGetItem", ITEMS_BY_TABLE, byTable("RequestItems", keys("Keys"))),
          read(
              "TransactGetItems",
              ITEM_RESPONSES,
              each("TransactItems", in("Get", table("TableName", key("Key", READ))))),
          write("PutItem", ATTRIBUTES, table("TableName", item("Item"))),
          write("UpdateItem", ATTRIBUTES, table("TableName", key("Key", UPDATE))),
          write("DeleteItem", ATTRIBUTES, table("TableName", key("Key", DELETE))),
          write(
              "BatchWriteItem",
              NONE,
              byTable(
                  "RequestItems",
                  in("PutRequest", item("Item")),
                  in("DeleteRequest", key("Key", DELETE)))),
          write(
              "TransactWriteItems",
              NONE,
              each(
                  "TransactItems",
                  in("Put", table("TableName", item("Item"))),
                  in("Update", table("TableName", key("Key", UPDATE))),
                  in("Delete", table("TableName", key("Key", DELETE))),
                  in("ConditionCheck", table("TableName", key("Key", CHECK))))),

          // Statements.
          run("ExecuteStatement", STATEMENT_PAGE, statement("Statement")),
          run(
              "BatchExecuteStatement",
              STATEMENT_RESPONSES,
              each("Statements", statement("Statement"))),
          run(
              "ExecuteTransaction",
              ITEM_RESPONSES,
              each("TransactStatements", statement("Statement"))),

          // Definitions of tables.
          define("CreateTable"),
          define("DeleteTable"),
          define("UpdateTable"),
          define("UpdateTimeToLive"),

          // What is around tables.
          administer("CreateBackup", table("TableName")),
          administer("CreateGlobalTable", table("GlobalTableName")),
          administer("DeleteBackup"),
          administer("DeleteResourcePolicy", table("ResourceArn")),
          administer("DisableKinesisStreamingDestination", table("TableName")),
          administer("EnableKinesisStreamingDestination", table("TableName")),
          administer("ExportTableToPointInTime", table("TableArn")),
          administer("ImportTable", in("TableCreationParameters", table("TableName"))),
          administer("PutResourcePolicy", table("ResourceArn")),
          administer("RestoreTableFromBackup", table("TargetTableName")),
          administer(
              "RestoreTableToPointInTime",
              table("SourceTableArn"),
              table("SourceTableName"),
              table("TargetTableName")),
          administer("TagResource", table("ResourceArn")),
          administer("UntagResource", table("ResourceArn")),
          administer("UpdateContinuousBackups", table("TableName")),
          administer("UpdateContributorInsights", table("TableName")),
          administer("UpdateGlobalTable", table("GlobalTableName")),
          administer("UpdateGlobalTableSettings", table("GlobalTableName")),
          administer("UpdateKinesisStreamingDestination", table("TableName")),
          administer("UpdateTableReplicaAutoScaling", table("TableName")),

          // Descriptions.
          describe("DescribeBackup"),
          describe("DescribeContinuousBackups", table("TableName")),
          describe("DescribeContributorInsights", table("TableName")),
          describe("DescribeEndpoints"),
          describe("DescribeExport"),
          describe("DescribeGlobalTable", table("GlobalTableName")),
          describe("DescribeGlobalTableSettings", table("GlobalTableName")),
          describe("DescribeImport"),
          describe("DescribeKinesisStreamingDestination", table("TableName")),
          describe("DescribeLimits"),
          describe("DescribeStream", table("StreamArn")),
          describe("DescribeTable", table("TableName")),
          describe("DescribeTableReplicaAutoScaling", table("TableName")),
          describe("DescribeTimeToLive", table("TableName")),
          describe("GetRecords"),
          describe("GetResourcePolicy", table("ResourceArn")),
          describe("GetShardIterator", table("StreamArn")),
          describe("ListBackups", table("TableName")),
          describe("ListContributorInsights", table("TableName")),
          describe("ListExports", table("TableArn")),
          describe("ListGlobalTables"),
          describe("ListImports", table("TableArn")),
          describe("ListStreams", table("TableName")),
          describe("ListTables"),
          describe("ListTagsOfResource", table("ResourceArn")));

  private static final Map<String, OperationModel> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(OperationModel::name, Function.identity()));

  private static final ConcurrentHashMap<Class<?>, OperationModel> BY_REQUEST =
      new ConcurrentHashMap<>();

  private OperationModels() {}

  private static OperationModel read(String name, AnswerForm answer, RequestPlace place) {
    return new OperationModel(name, OperationKind.READ_ITEMS, answer, place);
  }

  private static OperationModel write(String name, AnswerForm answer, RequestPlace place) {
    return new OperationModel(name, OperationKind.WRITE_ITEMS, answer, place);
  }

  private static OperationModel run(String name, AnswerForm answer, RequestPlace place) {
    return new OperationModel(name, OperationKind.RUN_STATEMENTS, answer, place);
  }

  private static OperationModel define(String name) {
    return new OperationModel(name, OperationKind.DEFINE_TABLE, NONE, table("TableName"));
  }

  private static OperationModel administer(String name, RequestPlace... places) {
    return new OperationModel(name, OperationKind.ADMINISTER, NONE, places);
  }

  private static OperationModel describe(String name, RequestPlace... places) {
    return new OperationModel(name, OperationKind.DESCRIBE, NONE, places);
  }

  /** The models of all operations that are known here. */
  public static List<OperationModel> all() {
    return ALL;
  }

  /**
   * The model of an operation; one of kind {@link OperationKind#UNKNOWN} if the table does not have
   * it.
   *
   * @param name such as {@code PutItem}
   */
  public static OperationModel named(String name) {
    OperationModel model = BY_NAME.get(name);
    return model == null ? new OperationModel(name, OperationKind.UNKNOWN, NONE) : model;
  }

  /** The model of the operation of a request, as {@link #named}. */
  public static OperationModel of(SdkRequest request) {
    OperationModel model = BY_REQUEST.get(request.getClass());
    return model == null
        ? BY_REQUEST.computeIfAbsent(request.getClass(), type -> named(ClientOperations.name(type)))
        : model;
  }
}
