package io.keystonedb.internal.shape;

/**
 * One member of a structure.
 *
 * @param name as on the wire, such as {@code TableName}
 * @param pathName as in the service's constraint messages: its first letter in lower case
 * @param shape what it holds
 * @param required whether its absence is a violation of a declared constraint
 */
public record Member(String name, String pathName, Shape shape, boolean required) {

  /** A member that may be absent. */
  public static Member optional(String name, Shape shape) {
    return new Member(name, pathName(name), shape, false);
  }

  /** A member that must be there. */
  public static Member required(String name, Shape shape) {
    return new Member(name, pathName(name), shape, true);
  }

  private static String pathName(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
