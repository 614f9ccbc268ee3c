package io.keystonedb.internal.wire;

/**
 * An answer for HTTP to carry. What depends on the connection ({@code Content-Length}, {@code
 * Connection}, {@code Date}) is for the transport to add.
 *
 * @param status the status code
 * @param headers its header fields
 * @param body an array that holds the body at its beginning
 * @param length the length of the body in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireResponse(int status, HttpHeaders headers, byte[] body, int length) {
  /** The words that usually stand behind a status. */
  public static String reason(int status) {
    return switch (status) {
      case 100 -> "Continue";
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 404 -> "Not Found";
      case 408 -> "Request Timeout";
      case 413 -> "Payload Too Large";
      case 417 -> "Expectation Failed";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 505 -> "HTTP Version Not Supported";
      default -> "";
    };
  }
}
