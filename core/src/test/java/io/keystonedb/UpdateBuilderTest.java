package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateBuilderTest {
  @RegisterExtension final Databases databases = new Databases();

  private static final Item KEY =
      Item.builder().binary("pk", new byte[] {'k'}).string("same", "x").build();

  static Stream<Arguments> returnValues() {
    Item changedBefore = Item.builder().number("n", 1).build();
    Item changedAfter = Item.builder().number("n", 2).build();
    return Stream.of(
        Arguments.of(ReturnValue.NONE, Optional.empty()),
        Arguments.of(ReturnValue.ALL_OLD, Optional.of(KEY.with("n", Value.number(1)))),
        Arguments.of(ReturnValue.UPDATED_OLD, Optional.of(changedBefore)),
        Arguments.of(ReturnValue.ALL_NEW, Optional.of(KEY.with("n", Value.number(2)))),
        Arguments.of(ReturnValue.UPDATED_NEW, Optional.of(changedAfter)));
  }

  private UpdateBuilder increment() {
    Database db = databases.open();
    db.put(KEY.with("n", Value.number(1)));
    return db.update("k")
        .expression("SET #n = #n + :one")
        .name("#n", "n")
        .value(":one", Value.number(1));
  }

  @ParameterizedTest
  @MethodSource("returnValues")
  void anUpdateReturnsWhatWasAskedFor(ReturnValue returnValue, Optional<Item> expected) {
    assertThat(increment().returnValues(returnValue).execute()).isEqualTo(expected);
  }

  @Test
  void anUpdateReturnsTheNewItemUnlessToldOtherwise() {
    assertThat(increment().execute()).contains(KEY.with("n", Value.number(2)));
  }

  @Test
  void anUpdateMayBeExecutedAgain() {
    UpdateBuilder increment = increment();

    increment.execute();
    increment.value(":one", Value.number(10));

    assertThat(increment.execute()).contains(KEY.with("n", Value.number(12)));
  }
}
