package com.amazonaws.services.dynamodbv2.local.server;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a server: databases, and which web pages may use it. */
public class LocalDynamoDBServerHandler extends AbstractLocalDynamoDBServerHandler {
  private final List<String> options;

  /**
   * Options.
   *
   * @param corsParams origins of web pages, between commas; null for all
   */
  public LocalDynamoDBServerHandler(DynamoDBRequestHandler databases, @Nullable String corsParams) {
    options = new ArrayList<>(databases.options());
    if (corsParams != null) {
      options.add("-cors");
      options.add(corsParams);
    }
  }

  @Override
  List<String> options() {
    return options;
  }
}
