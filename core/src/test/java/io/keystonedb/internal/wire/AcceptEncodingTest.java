package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "gzip | gzip",
        "GZip | gzip",
        "deflate | deflate",
        "br, zstd, compress, x-gzip | none",
        "identity | none",
        "gzip br | none",
        "gzip:q=1 | none",
        "\"gzip\" | none",
        "gzip, deflate | gzip",
        "deflate, gzip | deflate",
        "gzip;q=0.5, deflate | deflate",
        "gzip;q=0.5, deflate;q=0.4 | gzip",
        "* | gzip",
        "*, deflate | deflate",
        "*, gzip | gzip",
        "*, gzip;q=0.5 | deflate",
        "*, deflate;q=0.5 | gzip",
        "gzip;q=0, * | deflate",
        "gzip, deflate, * | gzip",
        "*;q=0 | none",
        "identity;q=1, gzip;q=0.1 | gzip",
        "gzip;nq=0;q=1 | none",
        "gzip;q =0;q=1 | gzip",
        "gzip;q= 0 | none",
        "gzip;q=0. | none",
        "gzip;q=0.0001 | gzip",
        "gzip;q=0.x | gzip",
        "gzip;q=0. x | gzip",
        "gzip;q=-1 | none",
        "gzip;q=7, deflate | gzip",
        "gzip;q= | gzip",
        "gzip;q=0, gzip;q=0.5 | gzip",
        "gzip;q=0.5, gzip;q=0 | gzip",
      })
  void theCodingOfAnAnswer(String header, String coding) {
    assertThat(AcceptEncoding.chosen(header)).isEqualTo(coding);
  }
}
