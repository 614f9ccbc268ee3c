package io.keystonedb.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Compression of bodies: gzip and deflate, which in HTTP means the format of zlib. Stateless. */
final class ContentCoding {
  /** The service compresses what is longer. */
  private static final int UNCOMPRESSED_BYTES = 4096;

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
    if (coding == null) {
      return body;
    }
    ByteArrayInputStream compressed = new ByteArrayInputStream(body);
    return switch (coding.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case AcceptEncoding.GZIP -> inflate(new GZIPInputStream(compressed), limit);
      case AcceptEncoding.DEFLATE -> inflate(new InflaterInputStream(compressed), limit);
      default -> throw new IOException("unknown content coding " + coding);
    };
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

  /** How the answer of a length is to be compressed; null for not at all. */
  static @Nullable String ofAnswer(WireRequest request, int length) {
    String accepted = length > UNCOMPRESSED_BYTES ? request.header("Accept-Encoding") : null;
    return accepted == null ? null : AcceptEncoding.chosen(accepted);
  }

  /** Compresses the beginning of a body. */
  static byte[] encode(String coding, byte[] body, int length) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(length / 2);
    try (OutputStream out =
        coding.equals(AcceptEncoding.GZIP)
            ? new GZIPOutputStream(compressed)
            : new DeflaterOutputStream(compressed)) {
      out.write(body, 0, length);
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
