package com.amazonaws.services.dynamodbv2.local.server;

import java.util.List;

/** The options of databases, by the name that DynamoDB Local has for what executes requests. */
public abstract class DynamoDBRequestHandler {
  DynamoDBRequestHandler() {}

  /** As on the command line. */
  abstract List<String> options();
}
