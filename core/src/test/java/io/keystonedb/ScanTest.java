package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScanTest {
  @RegisterExtension final Databases databases = new Databases();
  private Database db;

  @BeforeEach
  void fill() {
    db = databases.open(TableSchema.create().globalIndex("by-color", "color"));
    for (int i = 1; i <= 7; i++) {
      ItemBuilder item = Item.builder().number("i", i).string("name", "n" + i);
      db.put("item" + i, (i % 2 == 0 ? item.string("color", "red") : item).build());
    }
  }

  private static List<Integer> numbers(Page page) {
    return page.items().stream()
        .map(item -> ((Value.N) item.get("i")).toBigDecimal().intValueExact())
        .toList();
  }

  @Test
  void pagesOfALimitedSizeAreEverythingOnce() {
    List<Integer> all = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Page page = null;
    do {
      page = db.scan(Scan.create().limit(3).startKey(page == null ? null : page.lastKey()));
      all.addAll(numbers(page));
      sizes.add(page.count());
    } while (page.hasMore() && sizes.size() < 10);

    assertThat(all).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  void aScanStartsBehindItsStartKey() {
    List<Integer> all = numbers(db.scan());
    Page first = db.scan(Scan.create().limit(2));

    Page rest = db.scan(Scan.create().startKey(first.lastKey()));

    assertThat(numbers(rest)).isEqualTo(all.subList(2, 7));
  }

  @Test
  void aFilterAppliesToWhatWasRead() {
    Page page =
        db.scan(Scan.create().filter("#n > :five").name("#n", "i").value(":five", Value.number(5)));

    assertThat(new HashSet<>(numbers(page))).containsExactlyInAnyOrder(6, 7);
    assertThat(page.scannedCount()).isEqualTo(7);
  }

  @Test
  void aProjectionReturnsOnlyTheAttributesItNames() {
    assertThat(db.scan(Scan.create().projection("#name").name("#name", "name")).items())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 7)
                .mapToObj(i -> Item.builder().string("name", "n" + i).build())
                .toList());
  }

  @Test
  void anIndexHoldsOnlyItemsThatHaveItsKey() {
    Page page = db.scan(Scan.create().index("by-color"));

    assertThat(numbers(page)).containsExactlyInAnyOrder(2, 4, 6);
    assertThat(page.scannedCount()).isEqualTo(3);
  }

  @Test
  void aScanMayBeUsedAgain() {
    Scan scan = Scan.create().filter("#n > :n").name("#n", "i").value(":n", Value.number(5));

    assertThat(numbers(db.scan(scan))).containsExactlyInAnyOrder(6, 7);
    assertThat(numbers(db.scan(scan.value(":n", Value.number(6))))).containsExactly(7);
  }
}
