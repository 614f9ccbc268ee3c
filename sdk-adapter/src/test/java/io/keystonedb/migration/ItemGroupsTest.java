package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemGroupsTest {
  @TempDir Path directory;

  /** An item with values of all types, empty ones and ones with any characters among them. */
  private static Map<String, AttributeValue> item(int number) {
    AttributeValue bytes =
        AttributeValue.builder().b(SdkBytes.fromByteArray(new byte[] {0, -1, 13, 10})).build();
    return Map.ofEntries(
        Map.entry("s", s("\u0000 é \uD83D\uDE00 \r\n" + number)),
        Map.entry("empty", s("")),
        Map.entry("n", n("-1.5E-100")),
        Map.entry("b", bytes),
        Map.entry("true", AttributeValue.builder().bool(true).build()),
        Map.entry("false", AttributeValue.builder().bool(false).build()),
        Map.entry("null", AttributeValue.builder().nul(true).build()),
        Map.entry("ss", AttributeValue.builder().ss("b", "a").build()),
        Map.entry("ns", AttributeValue.builder().ns("2", "1").build()),
        Map.entry(
            "bs", AttributeValue.builder().bs(bytes.b(), SdkBytes.fromUtf8String("")).build()),
        Map.entry("l", AttributeValue.builder().l(n(number), s("x"), list()).build()),
        Map.entry("m", AttributeValue.builder().m(Map.of("", list(), "n", n(number))).build()));
  }

  private static AttributeValue list() {
    return AttributeValue.builder().l(List.of()).build();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void itemsOfSeveralGroupsComeBackFromTheirFilesAsTheyWere() throws IOException {
    List<Map<String, AttributeValue>> even = new ArrayList<>();
    List<Map<String, AttributeValue>> odd = new ArrayList<>();
    try (ItemGroups groups = new ItemGroups(2, directory)) {
      for (int i = 0; i < 1201; i++) {
        Map<String, AttributeValue> item = item(i);
        (i % 2 == 0 ? even : odd).add(item);
        groups.add(i % 2, item);
      }

      assertThat(files()).hasSize(2);
      assertThat(groups.items(0)).isEqualTo(even);
      assertThat(groups.items(1)).isEqualTo(odd);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void groupsWithFewItemsHaveNoFile() throws IOException {
    try (ItemGroups groups = new ItemGroups(2, directory)) {
      groups.add(1, item(7));

      assertThat(files()).isEmpty();
      assertThat(groups.items(0)).isEmpty();
      assertThat(groups.items(1)).containsExactly(item(7));
    }
  }

  @Test
  void aSingleGroupHasNoFileHoweverManyItemsItHas() throws IOException {
    try (ItemGroups groups = new ItemGroups(1, directory)) {
      for (int i = 0; i < 1000; i++) {
        groups.add(0, item(i));
      }

      assertThat(files()).isEmpty();
      assertThat(groups.items(0)).hasSize(1000);
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsSaidToBeTheProblem() {
    try (ItemGroups groups = new ItemGroups(2, directory.resolve("nowhere"))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  groups.add(0, item(i));
                }
              })
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Cannot write items to compare to a file");
    }
  }
}
