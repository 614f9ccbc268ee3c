package io.keystonedb.local;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreamsClientBuilder;
import io.keystonedb.Database;
import io.keystonedb.server.KeystoneServer;

/**
 * The clients of SDK v1 on a database. That SDK has no way in but HTTP, so there is an endpoint on
 * a free port of the loopback interface behind them. Only projects that have SDK v1 load this
 * class. Thread-safe.
 */
public final class V1Clients implements AutoCloseable {
  private final KeystoneServer server;
  private final AmazonDynamoDB client;
  private final AmazonDynamoDBStreams streams;

  /** Clients of a database. */
  public V1Clients(Database database) {
    server = KeystoneServer.start(database);
    client = configured(AmazonDynamoDBClientBuilder.standard()).build();
    streams = configured(AmazonDynamoDBStreamsClientBuilder.standard()).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .withEndpointConfiguration(
            new EndpointConfiguration(server.endpoint().toString(), EmbeddedDatabase.REGION))
        .withCredentials(
            new AWSStaticCredentialsProvider(new BasicAWSCredentials("local", "local")));
  }

  /** The client for tables and items. */
  public AmazonDynamoDB client() {
    return client;
  }

  /** The client for streams. */
  public AmazonDynamoDBStreams streams() {
    return streams;
  }

  /** Closes the clients and the endpoint, not the database. */
  @Override
  public void close() {
    client.shutdown();
    streams.shutdown();
    server.close();
  }
}
