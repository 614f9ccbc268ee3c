package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.testing.JsonClient;
import org.junit.jupiter.api.Test;

/** The form of authentication material: service-facts 1.5. */
class RequestSignatureTest {
  private static final String DATE_MISSING =
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";

  private static KeystoneException error(HttpHeaders headers, String query) {
    return catchThrowableOfType(
        KeystoneException.class,
        () -> RequestSignature.of(new WireRequest("POST", "/", query, headers, new byte[0])));
  }

  private static HttpHeaders authorization(String value) {
    return new HttpHeaders().add("Authorization", value);
  }

  @Test
  void withoutOneTheTokenIsMissing() {
    for (HttpHeaders headers :
        new HttpHeaders[] {new HttpHeaders(), authorization(""), authorization("Bearer x")}) {
      KeystoneException error = error(headers, null);
      assertThat(error.code()).isEqualTo(ErrorCode.MISSING_AUTHENTICATION_TOKEN);
      assertThat(error).hasMessage("Request is missing Authentication Token");
    }
  }

  @Test
  void aHeaderNamesAllItsMissingParts() {
    KeystoneException all = error(authorization("AWS4-"), null);
    KeystoneException some =
        error(authorization("AWS4-HMAC-SHA256 Credential=a,Signature=b").add("Date", "x"), null);

    assertThat(all.code()).isEqualTo(ErrorCode.INCOMPLETE_SIGNATURE);
    assertThat(all)
        .hasMessage(
            "Authorization header requires 'Credential' parameter. "
                + "Authorization header requires 'Signature' parameter. "
                + "Authorization header requires 'SignedHeaders' parameter. "
                + DATE_MISSING
                + "Authorization=AWS4-");
    assertThat(some)
        .hasMessage(
            "Authorization header requires 'SignedHeaders' parameter. "
                + "Authorization=AWS4-HMAC-SHA256 Credential=a,Signature=b");
  }

  @Test
  void aQueryNamesAllItsMissingParts() {
    KeystoneException error = error(new HttpHeaders(), "X-Amz-Algorithm=x&X-Amz-Date=y");

    assertThat(error.code()).isEqualTo(ErrorCode.INCOMPLETE_SIGNATURE);
    assertThat(error)
        .hasMessage(
            "AWS query-string parameters must include 'X-Amz-Credential'. "
                + "AWS query-string parameters must include 'X-Amz-Signature'. "
                + "AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
                + "Re-examine the query-string parameters.");
  }

  @Test
  void bothFormsTogetherAreRefused() {
    KeystoneException error = error(authorization(JsonClient.AUTHORIZATION), "X-Amz-Algorithm");

    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    assertThat(error)
        .hasMessage(
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }

  @Test
  void aCompleteOneIsReadInEitherForm() {
    RequestSignature header =
        RequestSignature.of(
            new WireRequest("POST", "/", null, Wire.headers("ListTables"), new byte[0]));
    RequestSignature query =
        RequestSignature.of(
            new WireRequest(
                "POST",
                "/",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261124T000000Z"
                    + "&X-Amz-Credential=a%2Fkey%2F20261124%2Feu-west-1%2Fdynamodb%2Faws4_request"
                    + "&X-Amz-SignedHeaders=host&X-Amz-Signature=abc",
                new HttpHeaders(),
                new byte[0]));

    assertThat(header.accessKey()).isEqualTo("key");
    assertThat(header.day()).isEqualTo("20261124");
    assertThat(header.region()).isEqualTo("us-east-1");
    assertThat(header.service()).isEqualTo("dynamodb");
    assertThat(header.signedHeaders()).isEqualTo("host;x-amz-date;x-amz-target");
    assertThat(header.signature()).isEqualTo("abc");
    assertThat(query.accessKey()).isEqualTo("a/key");
    assertThat(query.region()).isEqualTo("eu-west-1");
  }
}
