package io.keystonedb;

/**
 * The ten data types of an attribute value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Supported
 *     data types</a>
 */
public enum ValueType {
  S("STRING"),
  N("NUMBER"),
  B("BINARY"),
  BOOL("BOOLEAN"),
  NULL("NULL"),
  L("LIST"),
  M("MAP"),
  SS("STRING_SET"),
  NS("NUMBER_SET"),
  BS("BINARY_SET");

  private final String longName;

  ValueType(String longName) {
    this.longName = longName;
  }

  /** The long form that some of the service's messages print, such as {@code STRING}. */
  public String longName() {
    return longName;
  }

  /** Whether values of this type are sets. */
  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }

  /** Whether a key attribute can have this type: S, N and B. */
  public boolean isKeyType() {
    return this == S || this == N || this == B;
  }
}
