package io.keystonedb.conformance;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The SDK's own clients for an endpoint on the loopback interface. They do not retry. */
final class HttpClients {
  private HttpClients() {}

  static DynamoDbClient tables(URI endpoint) {
    return configure(DynamoDbClient.builder(), endpoint)
        .httpClient(Apache5HttpClient.create())
        .build();
  }

  static DynamoDbStreamsClient streams(URI endpoint) {
    return configure(DynamoDbStreamsClient.builder(), endpoint)
        .httpClient(Apache5HttpClient.create())
        .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B configure(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }
}
