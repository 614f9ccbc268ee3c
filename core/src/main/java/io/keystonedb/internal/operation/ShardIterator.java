package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A place in a shard that a client holds as text: the ARN of the stream, a digit, and what only the
 * service reads, parted by bars. It can be used for 15 minutes.
 *
 * @param position the sequence of the next record to read, at the lowest
 * @param issuedAt to the millisecond
 */
record ShardIterator(String streamArn, String shardId, long position, Instant issuedAt) {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final String INVALID = "Invalid ShardIterator";
  private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** As in {@code Wed Nov 25 07:50:40 UTC 2026}. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The text that a client holds. */
  String text() {
    byte[] shard = shardId.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(FIXED_BYTES + shard.length);
    buffer.putLong(position).putLong(issuedAt.toEpochMilli()).put(shard);
    buffer.putInt(checksum(buffer.array()));
    String opaque = Base64.getEncoder().encodeToString(buffer.array());
    return streamArn + "|1|" + opaque;
  }

  /**
   * The iterator of a text.
   *
   * @throws KeystoneException if it is not one
   */
  static ShardIterator parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3 || !parts[1].equals("1")) {
      throw KeystoneException.validation(INVALID);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw KeystoneException.validation(INVALID);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length <= FIXED_BYTES
        || buffer.getInt(bytes.length - Integer.BYTES) != checksum(bytes)) {
      throw KeystoneException.validation(INVALID);
    }
    long position = buffer.getLong();
    Instant issuedAt = Instant.ofEpochMilli(buffer.getLong());
    byte[] shard = new byte[bytes.length - FIXED_BYTES];
    buffer.get(shard);
    return new ShardIterator(
        parts[0], new String(shard, StandardCharsets.UTF_8), position, issuedAt);
  }

  /** Of all bytes but the last four, where it goes. */
  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) crc.getValue();
  }

  /**
   * Checks the age.
   *
   * @throws KeystoneException if it can no longer be used
   */
  void checkAge(Instant now) {
    if (now.isAfter(issuedAt.plus(VALID))) {
      throw KeystoneException.of(
          ErrorCode.EXPIRED_ITERATOR,
          "The iterator is expired. Iterator created at time "
              + DATE.format(issuedAt)
              + " while right now it is "
              + DATE.format(now)
              + " which is further in the future than the tolerated delay of "
              + VALID.toMillis()
              + " milliseconds.");
    }
  }
}
