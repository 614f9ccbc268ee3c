package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Who is let in; the signatures are made by the SDK's own signer. */
class AuthenticationTest {
  private static final String BODY = "{\"Limit\":5}";
  private static final String NO_TABLES = "200 {'TableNames':[]}";
  private static final String INVALID =
      "400 {'__type':'com.amazon.coral.service#InvalidSignatureException','message':'";
  private static final String MISMATCH =
      INVALID
          + "The request signature we calculated does not match the signature you provided. Check"
          + " your AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.'}";

  private static KeystoneServer server;

  @BeforeAll
  static void start() {
    server = server(Authentication.signatureVersion4(Map.of("known", "secret")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static KeystoneServer server(Authentication authentication) {
    return KeystoneServer.builder(Database.inMemory()).authentication(authentication).start();
  }

  @Test
  void whoSignsWithAKnownKeyIsLetIn() throws IOException {
    assertThat(answer(new Signing())).isEqualTo(NO_TABLES);
  }

  @Test
  void aSignatureInTheQueryIsAsGood() throws IOException {
    Signing signing = new Signing();
    signing.inQuery = true;

    assertThat(answer(signing)).isEqualTo(NO_TABLES);
    assertThat(answer(signing, "Limit", "limit")).isEqualTo(MISMATCH);
  }

  @Test
  void anUnknownKeyIsRefused() throws IOException {
    Signing signing = new Signing();
    signing.accessKey = "stranger";

    assertThat(answer(signing))
        .isEqualTo(
            "400 {'__type':'com.amazon.coral.service#UnrecognizedClientException',"
                + "'message':'The security token included in the request is invalid.'}");
  }

  @Test
  void anotherSecretIsRefused() throws IOException {
    Signing signing = new Signing();
    signing.secret = "guess";

    assertThat(answer(signing)).isEqualTo(MISMATCH);
  }

  @Test
  void aRequestThatWasChangedOnItsWayIsRefused() throws IOException {
    Signing signing = new Signing();

    assertThat(answer(signing, "\"Limit\":5", "\"Limit\":6")).isEqualTo(MISMATCH);
    assertThat(answer(signing, "20120810.ListTables", "20120810.DescribeTable"))
        .isEqualTo(MISMATCH);
    assertThat(answer(signing, "Host: localhost", "Host: elsewhere")).isEqualTo(MISMATCH);
    assertThat(answer(signing, "SignedHeaders=content-type;host;", "SignedHeaders=content-type;"))
        .isEqualTo(MISMATCH);
    assertThat(answer(signing, "Signature=", "Signature=0")).isEqualTo(MISMATCH);
    assertThat(answer(signing, "/us-east-1/", "/eu-west-1/")).isEqualTo(MISMATCH);
    assertThat(answer(signing, "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1")).isEqualTo(MISMATCH);
  }

  @Test
  void aDateThatIsTooFarAwayIsRefused() throws IOException {
    Signing old = new Signing();
    old.time = Instant.now().minus(Duration.ofMinutes(6));
    Signing early = new Signing();
    early.time = Instant.now().plus(Duration.ofMinutes(6));

    assertThat(answer(old)).startsWith(INVALID + "Signature expired: ").endsWith(" - 5 min.)'}");
    assertThat(answer(early))
        .startsWith(INVALID + "Signature not yet current: ")
        .endsWith(" + 5 min.)'}");
  }

  @Test
  void theScopeOfTheCredentialHasToFit() throws IOException {
    Signing other = new Signing();
    other.service = "kinesis";

    assertThat(answer(other))
        .isEqualTo(INVALID + "Credential should be scoped to correct service: 'dynamodb'. '}");
    assertThat(answer(new Signing(), "aws4_request", "aws5_request"))
        .startsWith(INVALID + "Credential should be scoped with a valid terminator");
    assertThat(answer(new Signing(), "Credential=known/20", "Credential=known/19"))
        .startsWith(INVALID + "Date in Credential scope does not match");
    assertThat(answer(new Signing(), "/us-east-1/dynamodb/aws4_request", "")).isEqualTo(MISMATCH);
    assertThat(answer(new Signing(), "X-Amz-Date: ", "X-Amz-Date: x"))
        .startsWith(INVALID + "Date in Credential scope does not match");
  }

  @Test
  void anApplicationMayDecideByItself() throws IOException {
    Authentication onlyAlice =
        request -> {
          if (!request.accessKey().equals("alice") || !request.target().endsWith(".ListTables")) {
            throw KeystoneException.of(ErrorCode.ACCESS_DENIED, "only Alice");
          }
          if (!request.region().equals("us-east-1")) {
            throw KeystoneException.of(ErrorCode.ACCESS_DENIED, "not in " + request.region());
          }
        };
    try (KeystoneServer own = server(onlyAlice)) {
      Signing alice = new Signing();
      alice.accessKey = "alice";

      assertThat(RawClient.answer(own, alice.request()).show()).isEqualTo(NO_TABLES);
      assertThat(RawClient.answer(own, new Signing().request()).show())
          .isEqualTo(
              "400 {'__type':'com.amazon.coral.service#AccessDeniedException',"
                  + "'message':'only Alice'}");
      assertThat(
              RawClient.answer(own, alice.request().replace("/us-east-1/", "/eu-west-1/")).show())
          .isEqualTo(
              "400 {'__type':'com.amazon.coral.service#AccessDeniedException',"
                  + "'message':'not in eu-west-1'}");
    }
  }

  private static String answer(Signing signing) throws IOException {
    return RawClient.answer(server, signing.request()).show();
  }

  /** The answer to a request in which something was replaced after it was signed. */
  private static String answer(Signing signing, String part, String replacement)
      throws IOException {
    String request = signing.request();
    assertThat(request).contains(part);
    return RawClient.answer(server, request.replace(part, replacement)).show();
  }

  /** A signed ListTables. */
  private static final class Signing {
    private String accessKey = "known";
    private String secret = "secret";
    private String service = "dynamodb";
    private Instant time = Instant.now();
    private boolean inQuery;

    String request() {
      SdkHttpRequest unsigned =
          SdkHttpRequest.builder()
              .method(SdkHttpMethod.POST)
              .protocol("http")
              .host("localhost")
              .encodedPath("/")
              .putHeader("Content-Type", "application/x-amz-json-1.0")
              .putHeader("X-Amz-Target", "DynamoDB_20120810.ListTables")
              .build();
      SdkHttpRequest signed =
          AwsV4HttpSigner.create()
              .sign(
                  sign ->
                      sign.identity(AwsCredentialsIdentity.create(accessKey, secret))
                          .request(unsigned)
                          .payload(ContentStreamProvider.fromUtf8String(BODY))
                          .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                          .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                          .putProperty(
                              AwsV4HttpSigner.AUTH_LOCATION,
                              inQuery ? AuthLocation.QUERY_STRING : AuthLocation.HEADER)
                          .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
              .request();
      StringBuilder text = new StringBuilder("POST /");
      signed.encodedQueryParameters().ifPresent(query -> text.append('?').append(query));
      text.append(" HTTP/1.1\r\n");
      signed.headers().forEach((name, values) -> field(name, values, text));
      return text.append("Content-Length: " + BODY.length() + "\r\n\r\n" + BODY).toString();
    }

    private static void field(String name, List<String> values, StringBuilder text) {
      values.forEach(value -> text.append(name).append(": ").append(value).append("\r\n"));
    }
  }
}
