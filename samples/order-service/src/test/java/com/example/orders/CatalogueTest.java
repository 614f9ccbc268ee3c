package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class CatalogueTest extends ShopTest {
  private static final String ANIMALS = "Animals & Nature";

  private Catalogue catalogue;

  @BeforeEach
  void catalogue(DynamoDbClient client) {
    catalogue = new Catalogue(client);
  }

  @Test
  void aProductIsFoundByItsNumber() {
    assertThat(catalogue.find(PENGUIN))
        .contains(new Product(PENGUIN, "penguin", ANIMALS, "animal-bird", 106, 25));
    assertThat(catalogue.find(PENGUIN).orElseThrow().emoji()).isEqualTo("🐧");
  }

  @Test
  void anUnknownNumberFindsNothing() {
    assertThat(catalogue.find("41")).isEmpty();
  }

  @Test
  void everyDepartmentHasAllItsProductsInTheIndex() {
    var bySupplier =
        StickerFile.read().stream()
            .collect(Collectors.groupingBy(Product::department, Collectors.counting()));

    assertThat(bySupplier).hasSize(9);
    bySupplier.forEach(
        (department, count) -> assertThat(catalogue.size(department)).isEqualTo(count.intValue()));
  }

  @Test
  void pagesOfADepartmentShowEveryProductOnceInTheOrderOfShelves() {
    String department = "People & Body";
    List<Product> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Product> page = catalogue.department(department, 100, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(100);
      seen.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(seen)
        .hasSize(2148)
        .isSortedAccordingTo(
            Comparator.comparing(product -> product.shelf() + "#" + product.sku()));
    assertThat(new HashSet<>(seen)).isEqualTo(suppliedTo(department));
  }

  private static Set<Product> suppliedTo(String department) {
    return StickerFile.read().stream()
        .filter(product -> product.department().equals(department))
        .collect(Collectors.toSet());
  }

  @Test
  void aCursorGoesOnWhereItsPageEndedThoughProductsCameInBetween() {
    Page<Product> first = catalogue.shelf(ANIMALS, "animal-bird", 5, Optional.empty());
    catalogue.add(new Product("0", "great auk", ANIMALS, "animal-bird", 900, 1));

    Page<Product> second = catalogue.shelf(ANIMALS, "animal-bird", 100, first.next());

    assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
    assertThat(second.items()).extracting(Product::name).doesNotContain("great auk");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void aShelfShowsOnlyWhatIsOnIt() {
    Page<Product> birds = catalogue.shelf(ANIMALS, "animal-bird", 100, Optional.empty());

    assertThat(birds.items())
        .hasSize(21)
        .allMatch(product -> product.shelf().equals("animal-bird"))
        .extracting(Product::name)
        .contains("owl", "penguin", "dodo");
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    assertThatThrownBy(() -> catalogue.department(ANIMALS, 10, Optional.of("page 2, please")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a cursor: page 2, please");
  }

  @Test
  void addingAProductThatExistsChangesNothing() {
    Product cheap = new Product(PENGUIN, "pinguin", ANIMALS, "animal-bird", 1, 1);

    assertThat(catalogue.add(cheap)).isFalse();
    assertThat(catalogue.find(PENGUIN)).get().extracting(Product::name).isEqualTo("penguin");
  }

  @Test
  void aNewProductIsOnItsShelfAtOnce() {
    Product letter = new Product("41", "letter A", "Letters", "latin", 50, 7);

    assertThat(catalogue.add(letter)).isTrue();
    assertThat(catalogue.shelf("Letters", "latin", 10, Optional.empty()).items())
        .containsExactly(letter);
  }

  @Test
  void restockingAddsToWhatIsThere() {
    assertThat(catalogue.restock(PENGUIN, 10)).contains(35L);
    assertThat(catalogue.find(PENGUIN)).get().extracting(Product::stock).isEqualTo(35L);
  }

  @Test
  void restockingAnUnknownNumberDoesNotMakeAProduct() {
    assertThat(catalogue.restock("41", 10)).isEmpty();
    assertThat(catalogue.find("41")).isEmpty();
  }

  @Test
  void restockingFromManySidesLosesNothing() throws Exception {
    InParallel.run(8, i -> () -> catalogue.restock(PENGUIN, i));

    assertThat(catalogue.find(PENGUIN)).get().extracting(Product::stock).isEqualTo(25L + 28);
  }

  @Test
  void aPriceChangesOnlyFromThePriceThatWasSeen() {
    assertThat(catalogue.changePrice(PENGUIN, 106, 120)).isTrue();
    assertThat(catalogue.changePrice(PENGUIN, 106, 90)).isFalse();
    assertThat(catalogue.find(PENGUIN)).get().extracting(Product::priceCents).isEqualTo(120L);
  }

  @Test
  void productsRunningOutAreFoundWithinTheirShelf() {
    catalogue.restock(PENGUIN, -23);
    catalogue.restock(TENT, -23);

    assertThat(catalogue.runningOut(ANIMALS, "animal-bird", 3))
        .extracting(Product::name)
        .containsExactly("penguin");
  }
}
