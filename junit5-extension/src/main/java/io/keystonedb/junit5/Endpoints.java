package io.keystonedb.junit5;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clients that go over the wire, to what the environment names. Stateless. */
final class Endpoints {
  static final String ENDPOINT = DualWriteSettings.PARAMETER + ".endpoint";
  static final String PROFILE = DualWriteSettings.PARAMETER + ".profile";

  private Endpoints() {}

  /** A configuration parameter, system property or environment variable. */
  static Optional<String> setting(String name, ExtensionContext context) {
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return context
        .getConfigurationParameter(name)
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(text -> !text.isBlank());
  }

  /** A client of the endpoint or profile that is set; empty if neither is. */
  static Optional<DynamoDbClient> fromEnvironment(Origin origin, ExtensionContext context) {
    Optional<DynamoDbClient> atEndpoint =
        setting(ENDPOINT, context)
            .map(text -> client(endpoint(text, origin), "keystonedb", origin));
    return atEndpoint.or(() -> setting(PROFILE, context).map(name -> ofProfile(name, origin)));
  }

  private static URI endpoint(String text, Origin origin) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && ("http".equals(uri.getScheme()) || isHttps(uri))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw origin.mistake(
        "reference = ENDPOINT",
        ENDPOINT + " is \"" + text + "\", which is no address of an endpoint",
        "set it to one like http://localhost:8000");
  }

  private static boolean isHttps(URI uri) {
    return "https".equals(uri.getScheme());
  }

  /** A client of an endpoint that looks at nothing but the access key. */
  static DynamoDbClient client(URI endpoint, String accessKey, Origin origin) {
    return build(
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret"))),
        origin);
  }

  private static DynamoDbClient ofProfile(String profile, Origin origin) {
    Region region;
    try {
      region = DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion();
    } catch (SdkClientException e) {
      throw origin.mistake(
          "reference = ENDPOINT",
          "profile " + profile + " names no Region: " + e.getMessage(),
          "add region to the profile in ~/.aws/config, or set AWS_REGION",
          e);
    }
    return build(
        DynamoDbClient.builder()
            .region(region)
            .credentialsProvider(ProfileCredentialsProvider.create(profile)),
        origin);
  }

  private static DynamoDbClient build(DynamoDbClientBuilder builder, Origin origin) {
    try {
      return builder.build();
    } catch (SdkClientException e) {
      throw origin.mistake(
          "",
          "the SDK cannot make a client that goes over the wire: " + e.getMessage(),
          "add an HTTP client to the test dependencies, such as"
              + " software.amazon.awssdk:url-connection-client",
          e);
    }
  }
}
