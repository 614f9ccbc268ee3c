package io.keystonedb.internal.legacy;

import io.keystonedb.ValueType;

/**
 * The thirteen values of {@code ComparisonOperator}: how many arguments of which types each takes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html">Condition</a>
 */
enum LegacyOperator {
  EQ(1, 1),
  NE(1, 1),
  IN(1, Integer.MAX_VALUE),
  LE(1, 1),
  LT(1, 1),
  GE(1, 1),
  GT(1, 1),
  BETWEEN(2, 2),
  NOT_NULL(0, 0),
  NULL(0, 0),
  CONTAINS(1, 1),
  NOT_CONTAINS(1, 1),
  BEGINS_WITH(1, 1);

  private final int fewest;
  private final int most;

  LegacyOperator(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  /** Whether it takes so many arguments. */
  boolean takes(int arguments) {
    return fewest <= arguments && arguments <= most;
  }

  /** Whether it takes arguments of a type. */
  boolean takes(ValueType type) {
    return switch (this) {
      case EQ, NE -> true;
      case IN, LE, LT, GE, GT, BETWEEN -> type.isKeyType();
      case NOT_NULL, NULL -> false;
      case CONTAINS, NOT_CONTAINS -> !type.isSet() && type != ValueType.L && type != ValueType.M;
      case BEGINS_WITH -> type == ValueType.S || type == ValueType.B;
    };
  }
}
