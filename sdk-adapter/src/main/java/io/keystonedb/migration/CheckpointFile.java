package io.keystonedb.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkpoints in a file: one line each, of the stream's ARN, the shard and the position, parted by
 * blanks. A new file is written beside it, forced to the disk and moved in place.
 */
final class CheckpointFile implements CheckpointStore {
  private static final int COLUMNS = 3;

  private final Path path;

  /** Positions by ARN and shard, parted by a blank; guarded by this. */
  private final Map<String, String> positions = new LinkedHashMap<>();

  CheckpointFile(Path path) {
    this.path = path;
    if (Files.exists(path)) {
      try {
        Files.readAllLines(path).forEach(this::read);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the checkpoints in " + path, e);
      }
    }
  }

  private void read(String line) {
    List<String> columns = List.of(line.split(" ", -1));
    if (columns.size() != COLUMNS) {
      throw new UncheckedIOException(
          new IOException(path + " has a line that is no checkpoint: " + line));
    }
    positions.put(columns.get(0) + " " + columns.get(1), columns.get(2));
  }

  @Override
  public synchronized Optional<String> find(String streamArn, String shardId) {
    return Optional.ofNullable(positions.get(streamArn + " " + shardId));
  }

  @Override
  public synchronized void save(String streamArn, String shardId, String position) {
    positions.put(streamArn + " " + shardId, position);
    StringBuilder text = new StringBuilder();
    positions.forEach((shard, at) -> text.append(shard).append(' ').append(at).append('\n'));
    try {
      replace(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoints to " + path, e);
    }
  }

  private void replace(byte[] content) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
