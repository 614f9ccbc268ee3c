package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void aStatementIsShownByItsTextWithoutTheValuesOfItsParameters() {
    Statement statement =
        Statement.of("SELECT * FROM users WHERE id = ?", Value.string("secret")).limit(5);

    assertThat(statement).hasToString("SELECT * FROM users WHERE id = ?");
  }
}
