package io.keystonedb.internal.shape;

import io.keystonedb.internal.shape.MalformedValue.Kind;

/**
 * Says that an attribute value is malformed, before it is known under which attribute it stands. It
 * has no stack trace: clients cause it at will.
 */
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String text;
  private final String olderText;

  MalformedException(Kind kind, String text) {
    this(kind, text, text);
  }

  /**
   * @param olderText what the older layer of validation says
   */
  MalformedException(Kind kind, String text, String olderText) {
    super(text, null, false, false);
    this.kind = kind;
    this.text = text;
    this.olderText = olderText;
  }

  /** The family of what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong, with its place. */
  public MalformedValue at(String attribute) {
    return new MalformedValue(attribute, kind, text, olderText);
  }
}
