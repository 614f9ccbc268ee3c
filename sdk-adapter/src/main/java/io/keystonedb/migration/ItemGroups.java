package io.keystonedb.migration;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One side's items, group by group: a single group in memory, several in a file each, of which one
 * at a time is read back. Not thread-safe.
 */
final class ItemGroups implements AutoCloseable {
  private final List<Map<String, AttributeValue>> only = new ArrayList<>();
  private final List<Spill> spills = new ArrayList<>();

  /**
   * Empty groups.
   *
   * @param directory where files are made; null for the system's own
   */
  ItemGroups(int groups, @Nullable Path directory) {
    if (groups > 1) {
      for (int i = 0; i < groups; i++) {
        spills.add(new Spill(directory));
      }
    }
  }

  void add(int group, Map<String, AttributeValue> item) {
    if (spills.isEmpty()) {
      only.add(item);
    } else {
      spills.get(group).add(item);
    }
  }

  List<Map<String, AttributeValue>> items(int group) {
    return spills.isEmpty() ? only : spills.get(group).items();
  }

  @Override
  public void close() {
    spills.forEach(Spill::close);
  }

  /** A group in a file, which is there once something is in it and open only while it is used. */
  private static final class Spill {
    /** Files are opened for this many items at a time, so that few are open. */
    private static final int AT_ONCE = 256;

    private final @Nullable Path directory;
    private final List<Map<String, AttributeValue>> waiting = new ArrayList<>();
    private @Nullable Path file;
    private int size;

    Spill(@Nullable Path directory) {
      this.directory = directory;
    }

    void add(Map<String, AttributeValue> item) {
      waiting.add(item);
      size++;
      if (waiting.size() >= AT_ONCE) {
        write();
      }
    }

    private void write() {
      try {
        Path target = file == null ? create() : file;
        file = target;
        try (DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(
                    Files.newOutputStream(target, StandardOpenOption.APPEND)))) {
          for (Map<String, AttributeValue> item : waiting) {
            ValueCodec.writeItem(item, out);
          }
        }
        waiting.clear();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write items to compare to a file", e);
      }
    }

    private Path create() throws IOException {
      return directory == null
          ? Files.createTempFile("keystonedb-comparison", ".items")
          : Files.createTempFile(directory, "keystonedb-comparison", ".items");
    }

    List<Map<String, AttributeValue>> items() {
      List<Map<String, AttributeValue>> items = new ArrayList<>(size);
      if (file != null) {
        try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
          for (int left = size - waiting.size(); left > 0; left--) {
            items.add(ValueCodec.readItem(in));
          }
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot read back items to compare", e);
        }
      }
      items.addAll(waiting);
      return items;
    }

    void close() {
      try {
        if (file != null) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + file, e);
      }
    }
  }
}
