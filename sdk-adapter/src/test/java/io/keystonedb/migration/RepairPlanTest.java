package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairPlanTest {
  private final Sides sides = Sides.sequential();

  @Test
  void putsWhatIsMissingOrDiffersInBatchesOf25(@TempDir Path directory) throws Exception {
    for (int i = 0; i < 30; i++) {
      put(sides.primary, user("u" + i, "U", i));
    }
    put(sides.shadow, user("u7", "U", -7));
    ComparisonResult result = sides.dualWrite().comparison().run();

    RepairPlan plan =
        RepairPlan.write(
            result.discrepancies(),
            sides.primary,
            ComparisonRules.builder().renameTable(USERS, "users-v2").build(),
            directory);

    assertThat(plan.puts()).isEqualTo(30);
    assertThat(plan.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("users-0001.json", "users-0002.json");
    String first = Files.readString(plan.files().get(0));
    assertThat(first).startsWith("{\"users-v2\":[{\"PutRequest\":{\"Item\":{\"age\":{\"N\":\"");
    assertThat(first.split("PutRequest", -1)).hasSize(26);
    assertThat(Files.readString(plan.files().get(1)).split("PutRequest", -1)).hasSize(6);
  }

  @Test
  void neverDeletesWhatOnlyTheShadowHas(@TempDir Path directory) throws Exception {
    put(sides.shadow, user("stray", "Stray", 1));
    ComparisonResult result = sides.dualWrite().comparison().run();

    RepairPlan plan =
        RepairPlan.write(
            result.discrepancies(), sides.primary, ComparisonRules.strict(), directory);

    assertThat(plan.files()).isEmpty();
    assertThat(plan.extras()).isEqualTo(1);
    assertThat(Files.readString(plan.onlyAtShadow()))
        .isEqualTo("{\"TableName\":\"users\",\"Key\":{\"id\":{\"S\":\"stray\"}}}\n");
    assertThat(Sides.get(sides.shadow, "stray")).isNotEmpty();
  }

  @Test
  void takesItemsAsThePrimaryHasThemNow(@TempDir Path directory) throws Exception {
    put(sides.primary, user("alice", "Alice", 30));
    ComparisonResult result = sides.dualWrite().comparison().run();
    put(sides.primary, user("alice", "Alice", 31));

    RepairPlan plan =
        RepairPlan.write(
            result.discrepancies(), sides.primary, ComparisonRules.strict(), directory);

    assertThat(Files.readString(plan.files().get(0)))
        .contains("\"age\":{\"N\":\"31\"}")
        .contains(ValueJson.value(key("alice").get("id")));
  }
}
