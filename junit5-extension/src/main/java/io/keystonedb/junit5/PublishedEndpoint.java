package io.keystonedb.junit5;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts an endpoint into system properties, and back what was there before. */
final class PublishedEndpoint {
  private final Map<String, String> before = new LinkedHashMap<>();

  private PublishedEndpoint() {}

  static PublishedEndpoint of(URI endpoint) {
    PublishedEndpoint published = new PublishedEndpoint();
    published.set("aws.endpointUrlDynamoDb", endpoint.toString());
    published.set("aws.endpointUrlDynamoDbStreams", endpoint.toString());
    published.setIfAbsent("aws.region", "us-east-1");
    published.setIfAbsent("aws.accessKeyId", "keystonedb");
    published.setIfAbsent("aws.secretAccessKey", "keystonedb");
    return published;
  }

  private void set(String name, String value) {
    before.put(name, System.getProperty(name));
    System.setProperty(name, value);
  }

  private void setIfAbsent(String name, String value) {
    if (System.getProperty(name) == null) {
      set(name, value);
    }
  }

  void undo() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
