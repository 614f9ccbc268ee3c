package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.sdk.support.Reflection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Holds the shapes of all operations against those of the SDK in use. */
class ShapeComparisonTest {
  /** What the SDK's newest version has and the engine has not; users get an error that says so. */
  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "ConsumedCapacity.VectorIndexes",
          "CreateTableRequest.GlobalTableSettingsReplicationMode",
          "CreateTableRequest.GlobalTableSourceArn",
          "CreateTableRequest.ResourcePolicy",
          "CreateTableRequest.VectorIndexes",
          "SSEDescription.InaccessibleEncryptionDateTime",
          "TableDescription.ArchivalSummary",
          "TableDescription.DisassociationProtectionEnabled",
          "TableDescription.GlobalTableSettingsReplicationMode",
          "TableDescription.GlobalTableVersion",
          "TableDescription.GlobalTableWitnesses",
          "TableDescription.MultiRegionConsistency",
          "TableDescription.Replicas",
          "TableDescription.RestoreSummary",
          "TableDescription.VectorIndexes",
          "UpdateTableRequest.DisassociationProtectionEnabled",
          "UpdateTableRequest.GlobalTableSettingsReplicationMode",
          "UpdateTableRequest.GlobalTableWitnessUpdates",
          "UpdateTableRequest.MultiRegionConsistency",
          "UpdateTableRequest.ReplicaUpdates",
          "UpdateTableRequest.VectorIndexUpdates");

  private final ShapeComparison comparison = new ShapeComparison();

  @BeforeEach
  void compareAllOperations() throws ClassNotFoundException {
    for (Operation<?, ?> operation : Operations.all()) {
      if (!existsInThisSdk(operation)) {
        continue;
      }
      compare(operation.name() + "Request", operation.input());
      compare(operation.name() + "Response", operation.output());
    }
  }

  @Test
  void everyMemberOfTheSdkIsKnownHereOrListedAsNotSupported() {
    assertThat(NOT_SUPPORTED).containsAll(comparison.missing);
  }

  @Test
  void everyMemberIsOfTheSameKindInTheSdk() {
    assertThat(comparison.differing).isEmpty();
  }

  @Test
  void theNewestSdkKnowsEveryMemberThatIsKnownHere() {
    Set<String> unknownInNewest = SdkVersion.isNewest() ? comparison.unknown : Set.of();

    assertThat(unknownInNewest).isEmpty();
  }

  @Test
  void theListOfWhatIsNotSupportedIsUpToDate() {
    Set<String> stale = new TreeSet<>(NOT_SUPPORTED);
    stale.removeAll(comparison.missing);

    assertThat(SdkVersion.isNewest() ? stale : Set.of()).isEmpty();
  }

  private void compare(String name, Structure structure) throws ClassNotFoundException {
    comparison.compare(name, structure, (SdkPojo) Reflection.staticCall(sdkClass(name), "builder"));
  }

  private static boolean existsInThisSdk(Operation<?, ?> operation) {
    try {
      sdkClass(operation.name() + "Request");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Class<?> sdkClass(String name) throws ClassNotFoundException {
    return Class.forName(DynamoDbException.class.getPackageName() + "." + name);
  }
}
