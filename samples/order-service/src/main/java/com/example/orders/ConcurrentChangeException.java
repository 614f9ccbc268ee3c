package com.example.orders;

/** Somebody else changed what the caller wants to change; read it again and decide anew. */
public final class ConcurrentChangeException extends RuntimeException {
  ConcurrentChangeException(String what, Throwable cause) {
    super(what + " was changed in the meantime", cause);
  }
}
