package software.amazon.dynamodb.services.local.shared.access;

import io.keystonedb.local.LocalDynamoDb;

/** An embedded database and its clients. */
public interface AmazonDynamoDBLocal extends LocalDynamoDb {}
