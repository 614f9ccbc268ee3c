package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.RandomValues;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  private static final String OVERFLOW =
      "Number overflow. Attempting to store a number with magnitude larger than supported range";
  private static final String UNDERFLOW =
      "Number underflow. Attempting to store a number with magnitude smaller than supported range";
  private static final String TOO_PRECISE =
      "Attempting to store more than 38 significant digits in a Number";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-7, -7",
    "+5, 5",
    "00042, 42",
    "-00042, -42",
    "5., 5",
    "+.5, 0.5",
    "-.5, -0.5",
    "1.0, 1",
    "1.50, 1.5",
    "0.0, 0",
    "-0, 0",
    "+0, 0",
    "-0.00, 0",
    "0e5, 0",
    "0e125, 0",
    "0e-130, 0",
    "1e+2, 100",
    "1.5E+3, 1500",
    "1.5e3, 1500",
    "1E-3, 0.001",
    "12345e-2, 123.45",
    "-12.5e3, -12500",
    "120e-1, 12",
    "0.001e3, 1",
    "1e007, 10000000",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "999999999999999999, 999999999999999999",
    "1000000000000000000, 1000000000000000000"
  })
  void acceptsEveryNotationAndReturnsPlainDecimal(String input, String canonical) {
    assertThat(DecimalText.canonical(input)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+e2",
        "1+2",
        "1.2.3",
        "++5",
        "--5",
        "+-5",
        "1e",
        "1e+",
        "e5",
        ".",
        "-",
        "+",
        "-.",
        ".e1",
        "NaN",
        "Infinity",
        "-Infinity",
        "1_000",
        "1,000",
        " 1",
        "1 ",
        " ",
        "0x10",
        "1f",
        "1d",
        "1L",
        "1e1.5",
        "1e1e1",
        "1-",
        "\u0661",
        "\uff11",
        "abc",
        "1\u0000"
      })
  void refusesWhatIsNotANumber(String input) {
    assertRefused(input, "The parameter cannot be converted to a numeric value: " + input);
  }

  @Test
  void refusesTheEmptyText() {
    assertRefused("", "The parameter cannot be converted to a numeric value: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E9223372036854775808", "1E-99999999999999999999"})
  void refusesExponentsThatDoNotFit64Bits(String input) {
    assertRefused(input, "The parameter cannot be converted to a numeric value: " + input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-"})
  void rangeReachesFromOneE130ToAllNinesE125(String sign) {
    String largest = sign + "9." + "9".repeat(37) + "E+125";

    assertThat(DecimalText.canonical(largest)).isEqualTo(sign + "9".repeat(38) + "0".repeat(88));
    assertThat(DecimalText.canonical(sign + "1E-130"))
        .isEqualTo(sign + "0." + "0".repeat(129) + "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E126", "-1E126", "10E125", "0.1E127", "0E126", "1E9223372036854775807"})
  void refusesLargerMagnitudes(String input) {
    assertRefused(input, OVERFLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1E-131", "-1E-131", "0.1E-130", "9.9E-131", "0E-131", "1E-9223372036854775807"})
  void refusesSmallerMagnitudes(String input) {
    assertRefused(input, UNDERFLOW);
  }

  @Test
  void countsSignificantDigitsWithoutLeadingAndTrailingZeros() {
    String most = "1234567890".repeat(3) + "12345678";

    assertThat(DecimalText.canonical("000" + most + "000")).isEqualTo(most + "000");
    assertThat(DecimalText.canonical("0.00" + most + "00")).isEqualTo("0.00" + most);
    assertThat(DecimalText.canonical("1." + "0".repeat(60))).isEqualTo("1");
    assertRefused(most + "9", TOO_PRECISE);
    assertRefused("0." + most + "9", TOO_PRECISE);
    assertRefused("1" + "0".repeat(37) + ".1", TOO_PRECISE);
  }

  @Test
  void everyNotationOfANumberHasTheSameCanonicalForm() {
    RandomCases.check(
        2000,
        random -> {
          BigDecimal number = RandomValues.number(random).toBigDecimal();
          String canonical =
              number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();

          assertThat(DecimalText.canonical(notation(number, random))).isEqualTo(canonical);
          assertThat(DecimalText.canonical(canonical)).isEqualTo(canonical);
        });
  }

  @Test
  void comparesAsExactDecimals() {
    RandomCases.check(
        2000,
        random -> {
          Value.N left = RandomValues.number(random);
          Value.N right = RandomValues.number(random);

          assertThat(DecimalText.compare(left.text(), right.text()))
              .isEqualTo(left.toBigDecimal().compareTo(right.toBigDecimal()));
        });
  }

  private static String notation(BigDecimal number, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> number.toPlainString();
      case 1 -> number.toEngineeringString();
      case 2 -> number.stripTrailingZeros().toString().replace('E', 'e');
      case 3 -> number.unscaledValue() + "e" + -number.scale();
      default -> (number.signum() >= 0 ? "+00" : "") + number.toPlainString();
    };
  }

  private static void assertRefused(String input, String message) {
    assertThatThrownBy(() -> DecimalText.canonical(input))
        .isInstanceOfSatisfying(
            KeystoneException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION))
        .hasMessage(message);
  }
}
