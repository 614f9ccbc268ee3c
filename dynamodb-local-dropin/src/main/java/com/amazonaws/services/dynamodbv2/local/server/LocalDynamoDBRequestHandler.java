package com.amazonaws.services.dynamodbv2.local.server;

import io.keystonedb.local.LocalOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of databases. */
public class LocalDynamoDBRequestHandler extends DynamoDBRequestHandler {
  private final List<String> options;

  /**
   * Options.
   *
   * @param authorityLevel makes no difference
   * @param runInMemory whether to keep data in memory
   * @param dbFileLocation where to keep it otherwise; a server with one cannot be had yet
   * @param sharedDb whether there is one database for everybody
   * @param delayTransientStatuses whether changes of tables take a while
   */
  public LocalDynamoDBRequestHandler(
      int authorityLevel,
      boolean runInMemory,
      @Nullable String dbFileLocation,
      boolean sharedDb,
      boolean delayTransientStatuses) {
    options = LocalOptions.of(runInMemory, dbFileLocation, sharedDb, delayTransientStatuses);
  }

  /** As the other constructor, without delay. */
  public LocalDynamoDBRequestHandler(
      int authorityLevel, boolean runInMemory, @Nullable String dbFileLocation, boolean sharedDb) {
    this(authorityLevel, runInMemory, dbFileLocation, sharedDb, false);
  }

  @Override
  List<String> options() {
    return options;
  }
}
