package io.keystonedb.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Compression of bodies: gzip and deflate of requests, gzip of answers. Stateless. */
final class ContentCoding {
  /** Shorter answers do not get shorter. */
  private static final int MIN_LENGTH = 1024;

  private ContentCoding() {}

  /**
   * The body of a request as it was before compression.
   *
   * @throws IOException if it is not what its {@code Content-Encoding} says
   * @throws TooLargeException if it is larger than the limit
   */
  static byte[] decode(WireRequest request, int limit) throws IOException, TooLargeException {
    byte[] body = request.body();
    String coding = request.header("Content-Encoding");
    if (body.length > limit) {
      throw new TooLargeException();
    }
    if (coding == null || body.length == 0) {
      return body;
    }
    return switch (coding.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> inflate(new GZIPInputStream(new ByteArrayInputStream(body)), limit);
      case "deflate" -> inflate(deflated(body), limit);
      default -> throw new IOException("unknown content coding " + coding);
    };
  }

  /** What HTTP calls deflate is in the zlib format; some clients leave its header out. */
  private static InputStream deflated(byte[] body) {
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0F) == 8
            && (((body[0] & 0xFF) << 8) + (body[1] & 0xFF)) % 31 == 0;
    return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!zlib));
  }

  private static byte[] inflate(InputStream compressed, int limit)
      throws IOException, TooLargeException {
    try (compressed) {
      byte[] body = compressed.readNBytes(limit + 1);
      if (body.length > limit) {
        throw new TooLargeException();
      }
      return body;
    }
  }

  /** Whether an answer of this length is to be compressed. */
  static boolean compresses(WireRequest request, int length) {
    if (length < MIN_LENGTH) {
      return false;
    }
    String accepted = request.header("Accept-Encoding");
    return accepted != null && accepts(accepted);
  }

  private static boolean accepts(String header) {
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = part.indexOf(';');
      String coding = (semicolon < 0 ? part : part.substring(0, semicolon)).trim();
      if (coding.equals("gzip") || coding.equals("*")) {
        return semicolon < 0 || !isZero(part.substring(semicolon + 1).trim());
      }
    }
    return false;
  }

  private static boolean isZero(@Nullable String quality) {
    return quality != null && quality.matches("q\\s*=\\s*0(\\.0*)?");
  }

  static byte[] gzip(byte[] body, int length) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body, 0, length);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to take bytes", e);
    }
    return compressed.toByteArray();
  }

  /** A body beyond the limit. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("larger than the limit", null, false, false);
    }
  }
}
