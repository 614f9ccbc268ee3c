package io.keystonedb.junit5;

import io.keystonedb.junit5.TableDeclaration.Index;
import io.keystonedb.junit5.TableDeclaration.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Reads a {@link Table} annotation; one object per annotation, used once. */
final class TableAnnotation {
  private final Table table;
  private final Origin origin;
  private final Map<String, ScalarAttributeType> types = new LinkedHashMap<>();

  private TableAnnotation(Table table, Origin origin) {
    this.table = table;
    this.origin =
        new Origin(
            origin.testClass(),
            origin.member(),
            origin.declaration() + " @Table(name = \"" + table.name() + "\")");
  }

  static TableDeclaration read(Table table, Origin origin) {
    return new TableAnnotation(table, origin).read();
  }

  private TableDeclaration read() {
    List<String> partition = List.of(tableKey("partitionKey", table.partitionKey()));
    List<String> sort =
        table.sortKey().isEmpty() ? List.of() : List.of(tableKey("sortKey", table.sortKey()));
    declareIndexKeys();
    return new TableDeclaration(
        table.name(),
        types,
        new Keys(partition, sort),
        Arrays.stream(table.globalIndexes()).map(this::globalIndex).toList(),
        Arrays.stream(table.localIndexes()).map(index -> localIndex(index, partition)).toList(),
        table.ttl(),
        table.stream());
  }

  private String tableKey(String member, String text) {
    String value = member + " = \"" + text + "\"";
    KeyNotation key = KeyNotation.parse(text, value, origin);
    declare(
        new KeyNotation(key.name(), key.type() == null ? ScalarAttributeType.S : key.type()),
        value);
    return key.name();
  }

  /** Before any index is read, so that the order of indexes does not matter. */
  private void declareIndexKeys() {
    for (GlobalIndex index : table.globalIndexes()) {
      for (String key : index.partitionKey()) {
        declare(key, global(index, "partitionKey", key));
      }
      for (String key : index.sortKey()) {
        declare(key, global(index, "sortKey", key));
      }
    }
    for (LocalIndex index : table.localIndexes()) {
      declare(index.sortKey(), local(index));
    }
  }

  private void declare(String key, String value) {
    declare(KeyNotation.parse(key, value, origin), value);
  }

  private void declare(KeyNotation key, String value) {
    if (key.type() == null) {
      return;
    }
    ScalarAttributeType other = types.putIfAbsent(key.name(), key.type());
    if (other != null && other != key.type()) {
      throw origin.mistake(
          value,
          "the attribute \"" + key.name() + "\" is declared as " + other + " elsewhere",
          "give the attribute one type in all keys of the table");
    }
  }

  private Index globalIndex(GlobalIndex index) {
    List<String> partition = new ArrayList<>();
    for (String key : index.partitionKey()) {
      partition.add(declared(key, global(index, "partitionKey", key)));
    }
    List<String> sort = new ArrayList<>();
    for (String key : index.sortKey()) {
      sort.add(declared(key, global(index, "sortKey", key)));
    }
    return new Index(
        index.name(),
        new Keys(partition, sort),
        projection(index.projection(), index.include()),
        List.of(index.include()));
  }

  private Index localIndex(LocalIndex index, List<String> partition) {
    return new Index(
        index.name(),
        new Keys(partition, List.of(declared(index.sortKey(), local(index)))),
        projection(index.projection(), index.include()),
        List.of(index.include()));
  }

  private static ProjectionType projection(ProjectionType stated, String[] include) {
    return stated == ProjectionType.ALL && include.length > 0 ? ProjectionType.INCLUDE : stated;
  }

  private String declared(String text, String value) {
    String name = KeyNotation.parse(text, value, origin).name();
    if (!types.containsKey(name)) {
      throw origin.mistake(
          value,
          "the attribute \"%s\" is not declared in this table, which declares %s"
              .formatted(name, types.keySet()),
          "state its type, as \"%s:S\" (or N, B), or correct the name".formatted(name));
    }
    return name;
  }

  private static String global(GlobalIndex index, String member, String key) {
    return "@GlobalIndex(name = \"%s\", %s = \"%s\")".formatted(index.name(), member, key);
  }

  private static String local(LocalIndex index) {
    return "@LocalIndex(name = \"%s\", sortKey = \"%s\")".formatted(index.name(), index.sortKey());
  }
}
