package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many requests of the fixed seed may be excused by known differences. The bounds may only
 * fall: lower them when a difference goes. They rise when the service changes and dynoxide has not
 * followed, as with the words of single writes and the reasons of transactions in October 2026.
 */
enum Bound {
  /** Of requests about items. */
  ITEMS(630),
  /** Of requests about tables. */
  TABLES(275);

  /** How far the number may be below the bound. */
  private static final double SLACK = 0.9;

  private final int most;

  Bound(int most) {
    this.most = most;
  }

  void check(Tally tally, long seed) {
    assertThat(tally.isExplained()).as("%s%n%s", Seeds.command(seed), tally.report()).isTrue();
    if (Seeds.requests() == Seeds.DEFAULT_REQUESTS) {
      assertThat(tally.excused())
          .as("requests excused by known differences; a new rule must not excuse more")
          .isLessThanOrEqualTo(most);
      assertThat(tally.excused())
          .as("fewer requests are excused than before: lower %s in %s", this, Bound.class)
          .isGreaterThanOrEqualTo((int) (SLACK * most));
    }
  }
}
