package io.keystonedb.internal.partiql;

import io.keystonedb.Value;
import java.util.List;

/**
 * An expression as it was written, before it is known what it stands for. PartiQL allows far more
 * than the service does: what the service refuses later is part of the tree, so that it is refused
 * with the right words.
 */
sealed interface Syntax {
  /** Where messages say it stands. */
  Position position();

  /** What messages call it inside of values. */
  String kind();

  /** What messages call it at the top of an item. */
  default String shownAs() {
    return kind();
  }

  /** A string, number, boolean or NULL. */
  record Literal(Value value, Position position) implements Syntax {
    @Override
    public String kind() {
      return "Literal";
    }
  }

  /**
   * A number that the service cannot store.
   *
   * @param problem why not
   */
  record BadNumber(String problem, Position position) implements Syntax {
    @Override
    public String kind() {
      return "Literal";
    }
  }

  /** {@code MISSING}. */
  record Missing(Position position) implements Syntax {
    @Override
    public String kind() {
      return "LiteralMissing";
    }

    @Override
    public String shownAs() {
      return "MISSING";
    }
  }

  /**
   * A question mark.
   *
   * @param index which one in the statement, from 0
   */
  record Parameter(int index, Position position) implements Syntax {
    @Override
    public String kind() {
      return "Parameter";
    }
  }

  /** The name of an attribute or table. */
  record Name(String name, Position position) implements Syntax {
    @Override
    public String kind() {
      return "VariableReference";
    }

    @Override
    public String shownAs() {
      return name;
    }
  }

  /** A name or value with steps behind it. */
  record Path(Syntax root, List<Step> steps, Position position) implements Syntax {
    public Path {
      steps = List.copyOf(steps);
    }

    @Override
    public String kind() {
      return "Path";
    }
  }

  /** One step of a path. */
  sealed interface Step {
    Position position();
  }

  /** {@code .name}. */
  record Field(String name, Position position) implements Step {}

  /** {@code [expression]}. */
  record Element(Syntax index, Position position) implements Step {}

  /** {@code [*]}. */
  record EveryElement(Position position) implements Step {}

  /** {@code .*}. */
  record EveryField(Position position) implements Step {}

  /**
   * A call of a function.
   *
   * @param function in lower case
   */
  record Call(String function, List<Syntax> arguments, Position position) implements Syntax {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String kind() {
      return "Call";
    }

    @Override
    public String shownAs() {
      return function;
    }
  }

  /**
   * Operands around an operator.
   *
   * @param operator in lower case, such as {@code =}, {@code and} or {@code not_between}
   */
  record Operation(String operator, List<Syntax> operands, Position position) implements Syntax {
    public Operation {
      operands = List.copyOf(operands);
    }

    @Override
    public String kind() {
      return "Operation";
    }

    @Override
    public String shownAs() {
      return operator;
    }
  }

  /**
   * {@code operand IS type}.
   *
   * @param type as messages print it
   */
  record TypeTest(Syntax operand, String type, Position position) implements Syntax {
    @Override
    public String kind() {
      return "Operation";
    }

    @Override
    public String shownAs() {
      return "is";
    }
  }

  /** A list in brackets or parentheses. */
  record Sequence(List<Syntax> elements, Position position) implements Syntax {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String kind() {
      return "Seq";
    }
  }

  /** A set in double angle brackets. */
  record Bag(List<Syntax> elements, Position position) implements Syntax {
    public Bag {
      elements = List.copyOf(elements);
    }

    @Override
    public String kind() {
      return "Seq";
    }
  }

  /** A map in curly brackets. */
  record Struct(List<Entry> entries, Position position) implements Syntax {
    public Struct {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "Struct";
    }
  }

  /** One entry of a {@link Struct}. */
  record Entry(Syntax key, Syntax value) {}

  /** A SELECT in the place of a value. */
  record Subquery(StatementSyntax.Select select, Position position) implements Syntax {
    @Override
    public String kind() {
      return "SELECT";
    }
  }

  /**
   * What PartiQL has and the service never takes: CASE, CAST.
   *
   * @param token the word that says so
   */
  record Unsupported(String token, Position position) implements Syntax {
    @Override
    public String kind() {
      return token;
    }
  }

  /** A text between backticks. */
  record IonLiteral(Position position) implements Syntax {
    @Override
    public String kind() {
      return "Literal";
    }
  }
}
