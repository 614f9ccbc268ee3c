package com.amazonaws.services.dynamodbv2.local.embedded;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import io.keystonedb.local.EmbeddedDatabase;
import io.keystonedb.local.V1Clients;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** An embedded database with the clients of both SDKs. Thread-safe. */
final class Embedded extends EmbeddedDatabase implements AmazonDynamoDBLocal {
  private @Nullable V1Clients v1;

  Embedded(@Nullable File file) {
    super(file);
  }

  /** Made when they are first asked for, since they need an endpoint and SDK v1. */
  private synchronized V1Clients v1() {
    if (v1 == null) {
      v1 = new V1Clients(database());
    }
    return v1;
  }

  @Override
  public AmazonDynamoDB amazonDynamoDB() {
    return v1().client();
  }

  @Override
  public AmazonDynamoDBStreams amazonDynamoDBStreams() {
    return v1().streams();
  }

  @Override
  public synchronized void shutdown() {
    if (v1 != null) {
      v1.close();
      v1 = null;
    }
    super.shutdown();
  }
}
