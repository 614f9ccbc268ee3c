package io.keystonedb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.SampleRows;
import io.keystonedb.internal.engine.SampleRows.Row;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.UnknownMember;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.storage.CorruptRowException;
import io.keystonedb.testing.RandomCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of all kinds as bytes. The bytes of some are kept in files: they never change. */
class RowCodecTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final Map<String, Row<?>> ROWS = SampleRows.all();

  private final RowCodec codec = new RowCodec();

  static Set<String> names() {
    return ROWS.keySet();
  }

  private byte[] encode(Row<?> row) {
    return codec.encode(row.key().bytes(), row.value());
  }

  private Object decode(Row<?> row, byte[] bytes) {
    return codec.decode(row.key().bytes(), bytes);
  }

  private void assertRefused(Row<?> row, byte[] bytes, String problem) {
    assertThatExceptionOfType(CorruptRowException.class)
        .isThrownBy(() -> decode(row, bytes))
        .withMessageContaining("(" + row.kind().description() + ")")
        .withMessageContaining(problem);
  }

  @Test
  void thereAreRowsOfEachKind() {
    Set<RowKind<?>> kinds = new HashSet<>();
    ROWS.values().forEach(row -> kinds.add(row.kind()));

    assertThat(kinds).isEqualTo(Set.copyOf(RowKind.all()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void bytesAreThoseOfAllReleases(String name) {
    Row<?> row = ROWS.get(name);

    assertThat(HEX.formatHex(row.key().bytes()) + "\n" + HEX.formatHex(encode(row)) + "\n")
        .isEqualTo(golden(name));
  }

  /** Two lines: the key of the row and its value. */
  private static String golden(String name) {
    try (InputStream file = RowCodecTest.class.getResourceAsStream("/rows/" + name + ".hex")) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRowIsReadAsItWasWritten(String name) {
    Row<?> row = ROWS.get(name);

    Object read = decode(row, encode(row));

    assertThat(read).isEqualTo(row.value());
    assertThat(codec.encode(row.key().bytes(), read)).isEqualTo(encode(row));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyShorterArrayIsRefused(String name) {
    Row<?> row = ROWS.get(name);
    byte[] bytes = encode(row);

    for (int length = 0; length < bytes.length; length++) {
      assertRefused(row, Arrays.copyOf(bytes, length), "");
    }
    assertRefused(row, Arrays.copyOf(bytes, bytes.length + 1), "more bytes than expected");
  }

  @ParameterizedTest
  @MethodSource("names")
  void damagedBytesAreRefusedOrAnotherRow(String name) {
    Row<?> row = ROWS.get(name);
    RandomCases.check(
        3_000,
        random -> {
          byte[] bytes = damaged(encode(row), random);
          Object read;
          try {
            read = decode(row, bytes);
          } catch (CorruptRowException e) {
            assertThat(e).hasMessageContaining("(" + row.kind().description() + ")");
            return;
          }
          byte[] again = codec.encode(row.key().bytes(), read);
          assertThat(decode(row, again)).isEqualTo(read);
        });
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : bytes[at] ^ (1 << random.nextInt(8)));
    }
    return bytes;
  }

  @Test
  void aLaterVersionIsRefused() {
    ROWS.values()
        .forEach(
            row -> {
              byte[] bytes = encode(row);
              bytes[0] = 2;
              assertRefused(row, bytes, "written in version 2 of its form");
            });
  }

  @Test
  void aKeyOfNoKindIsRefused() {
    byte[] bytes = encode(ROWS.get("item"));

    assertThatExceptionOfType(CorruptRowException.class)
        .isThrownBy(() -> codec.decode(new byte[] {0, 1, 0x77, 1}, bytes))
        .withMessageContaining("row of an unknown kind");
    assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(new byte[] {0, 1}, 1));
  }

  private static byte[] withMember(byte[] row, String member) {
    byte[] bytes = HEX.parseHex(member);
    byte[] more = Arrays.copyOf(row, row.length + bytes.length);
    System.arraycopy(bytes, 0, more, row.length - 1, bytes.length);
    more[more.length - 1] = 0;
    return more;
  }

  /** Member 100: the number -1, and member 101: two bytes. */
  private static final String NEWER_MEMBERS = "c80101" + "cb0102abcd";

  @Test
  void membersOfANewerReleaseStayWithATableThatIsChanged() {
    Row<?> row = ROWS.get("table");
    byte[] newer = withMember(encode(row), NEWER_MEMBERS);

    TableDefinition read = (TableDefinition) decode(row, newer);
    assertThat(codec.encode(row.key().bytes(), read)).isEqualTo(newer);
    assertThat(read.withTags(List.of()).withTags(read.tags())).isEqualTo(read);
    TableDefinition changed = read.withTags(List.of(new Tag("a", "b"))).withPending(null);
    assertThat(HEX.formatHex(codec.encode(row.key().bytes(), changed)))
        .endsWith(NEWER_MEMBERS + "00");
  }

  @Test
  void membersOfANewerReleaseStayWithAStreamThatIsChanged() {
    Row<?> row = ROWS.get("stream");
    byte[] newer = withMember(encode(row), NEWER_MEMBERS);

    StreamDefinition read = (StreamDefinition) decode(row, newer);

    assertThat(codec.encode(row.key().bytes(), read)).isEqualTo(newer);
  }

  @Test
  void membersOfANewerReleaseStayInTheOrderOfTheirTags() {
    List<UnknownMember> unknown = List.of(new UnknownMember(50, HEX.parseHex("6402")));
    TableDefinition table = SampleRows.table();
    IndexDefinition index = table.indexes().get(0);
    IndexDefinition newer =
        new IndexDefinition(
                index.name(),
                index.number(),
                index.global(),
                index.key(),
                index.projection(),
                index.projected(),
                index.throughput(),
                index.throughputHistory(),
                index.onDemandThroughput(),
                index.warmThroughput(),
                index.pending(),
                unknown)
            .withPending(null);
    Row<?> row = ROWS.get("table");

    byte[] bytes =
        codec.encode(
            row.key().bytes(),
            table.withIndexes(table.attributes(), List.of(newer, table.indexes().get(1))));

    TableDefinition read = (TableDefinition) decode(row, bytes);
    assertThat(read.indexes().get(0).unknown()).isEqualTo(unknown);
    assertThat(read.indexes().get(1)).isEqualTo(table.indexes().get(1));
  }

  @Test
  void membersOfANewerReleaseStayWithAShard() {
    List<UnknownMember> unknown = List.of(new UnknownMember(9, HEX.parseHex("1301ff")));
    Row<?> row = ROWS.get("stream");
    StreamDefinition stream = (StreamDefinition) row.value();
    Shard shard = stream.shards().get(0);
    Shard newer =
        new Shard(
            shard.id(),
            shard.parentId(),
            shard.firstSequence(),
            shard.lastSequence(),
            shard.openedAt(),
            shard.closedAt(),
            shard.fromHash(),
            shard.toHash(),
            unknown);
    StreamDefinition changed =
        new StreamDefinition(
            stream.tableName(),
            stream.label(),
            stream.number(),
            stream.viewType(),
            stream.key(),
            stream.createdAt(),
            stream.settledAt(),
            stream.disabledAt(),
            List.of(newer),
            List.of());

    assertThat(decode(row, codec.encode(row.key().bytes(), changed))).isEqualTo(changed);
  }

  @Test
  void rowsThatAreReplacedAsAWholeAreReadWithoutMembersOfANewerRelease() {
    for (String name : List.of("item", "token", "stream-record", "expiry", "next-number")) {
      Row<?> row = ROWS.get(name);

      assertThat(decode(row, withMember(encode(row), NEWER_MEMBERS))).isEqualTo(row.value());
    }
  }

  @Test
  void aJobThatIsNotKnownWhollyIsRefused() {
    Row<?> row = ROWS.get("job-removal");

    assertRefused(row, withMember(encode(row), NEWER_MEMBERS), "more members than expected");
  }

  @Test
  void membersOutOfOrderOrTwiceAreRefused() {
    Row<?> row = ROWS.get("next-number");

    assertRefused(row, withMember(encode(row), "0202"), "member 1 after member 1");
    assertRefused(row, HEX.parseHex("01" + "c80101" + "02d804" + "00"), "no member 1");
    assertRefused(row, HEX.parseHex("01" + "00"), "no member 1");
    assertRefused(row, HEX.parseHex("01" + "030101" + "00"), "member 1 of another type");
    assertRefused(row, HEX.parseHex("01" + "02fefffffffff7ffff7f" + "00"), "more than 32 bits");
  }
}
