package software.amazon.dynamodb.services.local.server;

import java.util.List;

/** The options of a server, by the name that DynamoDB Local has for what serves requests. */
public abstract class AbstractLocalDynamoDBServerHandler {
  AbstractLocalDynamoDBServerHandler() {}

  /** As on the command line. */
  abstract List<String> options();
}
