package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityUnits;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableCharge;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.json.AnswerWriter;
import io.keystonedb.internal.json.JsonOutput;
import io.keystonedb.internal.legacy.LegacyProjection;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.KeysAndAttributes;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.internal.validation.DeclaredConstraints.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads up to 100 items by their keys, from one or more tables.
 *
 * <p>Order of checks, each for all tables before the next: declared constraints, form of the keys,
 * which parameters there are, expressions, duplicate keys, tables, keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
public final class BatchGetItem extends Operation<BatchGetItem.Input, BatchGetItem.Output> {

  /** The request. */
  public record Input(
      @Nullable Map<String, KeysAndAttributes> requestItems,
      @Nullable String returnConsumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("RequestItems", Shapes.byTable(KeysAndAttributes.SHAPE)),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY));

    /** Reads from one table. */
    public static Input of(String tableName, KeysAndAttributes keys) {
      return new Input(Map.of(tableName, keys), null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable Map<String, List<Item>> responses,
      @Nullable Map<String, KeysAndAttributes> unprocessedKeys,
      @Nullable List<ConsumedCapacity> consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Responses", Shapes.mapOf(Shapes.listOf(Shapes.ATTRIBUTE_MAP))),
            Member.optional("UnprocessedKeys", Shapes.mapOf(KeysAndAttributes.SHAPE)),
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)));
  }

  BatchGetItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  private static final int MAX_KEYS = 100;

  /**
   * No answer is larger. The documentation counts 16 MB so that 52 items of 300 KB fit, which is
   * true of millions and not of powers of two.
   */
  private static final long MAX_ANSWER_BYTES = 16_000_000;

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    Map<String, KeysAndAttributes> tables = request.requestItems();
    if (tables == null) {
      throw KeystoneException.validation("The requestItems parameter is required for BatchGetItem");
    }
    if (tables.isEmpty()) {
      // Since September 2026, unlike BatchWriteItem.
      throw KeystoneException.validation(
          "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }
    DeclaredConstraints.report(
        DeclaredConstraints.violations(input(), request).stream()
            .map(violation -> withSentRequest(violation, tables))
            .toList());
    int total = 0;
    for (Map.Entry<String, KeysAndAttributes> entry : tables.entrySet()) {
      int keys = keys(entry.getValue()).size();
      if (keys == 0) {
        throw KeystoneException.validation(
            "1 validation error detected: Value at 'RequestItems."
                + entry.getKey()
                + ".member.Keys' failed to satisfy constraint: Member must have length greater than or equal to 1");
      }
      if (keys > MAX_KEYS) {
        throw KeystoneException.validation(
            "1 validation error detected: Value at 'RequestItems."
                + entry.getKey()
                + ".member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100");
      }
      total += keys;
    }
    if (total > MAX_KEYS) {
      throw KeystoneException.validation("Too many items requested for the BatchGetItem call");
    }
  }

  /** What is wrong with the name of a table shows all that was sent, as JSON (observed). */
  private static Violation withSentRequest(
      Violation violation, Map<String, KeysAndAttributes> tables) {
    if (!violation.path().equals("requestItems")) {
      return violation;
    }
    JsonOutput out = new JsonOutput();
    AnswerWriter.write(Input.SHAPE, new Input(tables, null), out);
    String whole = new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
    String sent = whole.substring("{\"RequestItems\":".length(), whole.length() - 1);
    String constraint = violation.text().substring(violation.text().indexOf("' at 'requestItems'"));
    return new Violation(violation.path(), "Value '" + sent + constraint);
  }

  private static List<Decoded<Item>> keys(KeysAndAttributes table) {
    return table.keys() == null ? List.of() : table.keys();
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    Map<String, KeysAndAttributes> tables = Objects.requireNonNull(request.requestItems());
    List<String> attributesToGet =
        tables.values().stream()
            .map(KeysAndAttributes::attributesToGet)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    tables
        .values()
        .forEach(table -> keys(table).forEach(key -> RequestValues.checkForm(key, layer)));
    Map<String, ExpressionParameters.Builder> parameters = new LinkedHashMap<>();
    tables.forEach(
        (name, table) -> parameters.put(name, parameters(table, attributesToGet, layer)));
    Map<String, Block> blocks = new LinkedHashMap<>();
    tables.forEach(
        (name, table) ->
            blocks.put(name, block(table, Objects.requireNonNull(parameters.get(name)))));
    tables.values().forEach(table -> checkDistinct(keys(table)));
    return context
        .engine()
        .read(context, consistency(tables), run -> new Run(run, request, blocks, layer).answer());
  }

  /** All tables are read from one view, which is as new as any of them wants it. */
  private static Consistency consistency(Map<String, KeysAndAttributes> tables) {
    boolean strong =
        tables.values().stream().anyMatch(table -> Boolean.TRUE.equals(table.consistentRead()));
    return Consistency.of(strong);
  }

  /** What is asked of one table. */
  private record Block(
      KeysAndAttributes table, ExpressionParameters expressions, @Nullable Projection projection) {
    List<Decoded<Item>> keys() {
      return BatchGetItem.keys(table);
    }
  }

  /**
   * Checks which parameters one table has.
   *
   * @param anyAttributesToGet the legacy parameter of any table: it may not stand beside an
   *     expression for any other table either
   */
  private static ExpressionParameters.Builder parameters(
      KeysAndAttributes table, @Nullable List<String> anyAttributesToGet, ValidationLayer layer) {
    return ExpressionParameters.builder(layer)
        .names(table.expressionAttributeNames())
        .projection(table.projectionExpression())
        .legacy(LegacyProjection.PARAMETER, anyAttributesToGet)
        .checkParameters();
  }

  private static Block block(KeysAndAttributes table, ExpressionParameters.Builder parameters) {
    ExpressionParameters expressions = parameters.build();
    Projection attributes = LegacyProjection.of(table.attributesToGet());
    return new Block(
        table, expressions, attributes == null ? expressions.projection() : attributes);
  }

  private static <K> void checkDistinct(List<K> keys) {
    Set<K> distinct = new HashSet<>(keys);
    if (distinct.size() < keys.size()) {
      throw KeystoneException.validation("Provided list of item keys contains duplicates");
    }
  }

  /** One run over a consistent view. */
  private static final class Run {
    private final ItemReader run;
    private final Input request;
    private final Map<String, Block> blocks;
    private final ValidationLayer layer;
    private final Map<String, List<Item>> responses = new LinkedHashMap<>();
    private final Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
    private long answerBytes;

    Run(ItemReader run, Input request, Map<String, Block> blocks, ValidationLayer layer) {
      this.run = run;
      this.request = request;
      this.blocks = blocks;
      this.layer = layer;
    }

    Output answer() {
      Map<String, TableRef> tables = new LinkedHashMap<>();
      blocks.keySet().forEach(name -> tables.put(name, run.table(name)));
      Map<String, List<RowKey<Item>>> keys = new LinkedHashMap<>();
      blocks.forEach(
          (name, block) -> {
            TableRef table = Objects.requireNonNull(tables.get(name));
            KeyChecks.scalars(table.definition(), block.expressions().nestedPaths());
            keys.put(name, checkedKeys(table, block));
          });
      blocks.forEach(
          (name, block) ->
              read(
                  block,
                  Objects.requireNonNull(tables.get(name)),
                  Objects.requireNonNull(keys.get(name))));
      return new Output(
          responses,
          unprocessed,
          ConsumedCapacities.of(
              run.charges().tables(),
              request.returnConsumedCapacity(),
              ConsumedCapacities.Kind.PLAIN));
    }

    private List<RowKey<Item>> checkedKeys(TableRef table, Block block) {
      List<RowKey<Item>> rowKeys = new ArrayList<>(block.keys().size());
      for (Decoded<Item> one : block.keys()) {
        Item key = RequestValues.get(one, table.definition(), layer);
        KeyChecks.lookUp(table.definition(), key);
        rowKeys.add(table.key(key));
      }
      // Two positional keys may be one as the table takes them: a string, and its bytes.
      checkDistinct(rowKeys);
      return rowKeys;
    }

    private void read(Block block, TableRef table, List<RowKey<Item>> rowKeys) {
      Projection projection = block.projection();
      Consistency consistency = Consistency.of(block.table().consistentRead());
      // Shown even if the answer is full before the first item of the table.
      TableCharge charge = run.charges().of(table.name());
      List<Item> items = new ArrayList<>();
      List<Decoded<Item>> keys = block.keys();
      List<@Nullable Item> found = run.getAll(rowKeys);
      int next = 0;
      while (next < keys.size()) {
        Item item = found.get(next);
        int bytes = item == null ? 0 : item.sizeBytes();
        if (answerBytes + bytes > MAX_ANSWER_BYTES) {
          break;
        }
        charge.addTable(CapacityUnits.read(bytes, consistency));
        if (item != null) {
          items.add(projection == null ? item : projection.apply(item));
          answerBytes += bytes;
        }
        next++;
      }
      responses.put(table.name(), items);
      if (next < keys.size()) {
        unprocessed.put(table.name(), rest(block.table(), keys.subList(next, keys.size())));
      }
    }

    private static KeysAndAttributes rest(KeysAndAttributes table, List<Decoded<Item>> keys) {
      return new KeysAndAttributes(
          List.copyOf(keys),
          table.attributesToGet(),
          table.consistentRead(),
          table.projectionExpression(),
          table.expressionAttributeNames());
    }
  }
}
