package io.keystonedb.junit5;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What one annotation, or the builder of an extension, wants a database to hold.
 *
 * @param schema code that creates tables
 * @param seeds what loads items, in order
 * @param endpoint whether the database is served over HTTP
 */
record Declaration(
    Origin origin,
    List<DeclaredTable> tables,
    List<Consumer<DynamoDbClient>> schema,
    List<Consumer<DynamoDbClient>> seeds,
    Lifecycle lifecycle,
    boolean endpoint) {

  /** The declarations on a class or method, those of superclasses first. */
  static List<Declaration> on(
      AnnotatedElement element, Class<?> testClass, @Nullable String member) {
    Origin origin = new Origin(testClass, member, "@KeystoneDb");
    return AnnotationSupport.findRepeatableAnnotations(element, KeystoneDb.class).stream()
        .map(annotation -> of(annotation, origin))
        .toList();
  }

  private static Declaration of(KeystoneDb annotation, Origin origin) {
    List<DeclaredTable> tables =
        Stream.concat(
                Arrays.stream(annotation.tables()).map(table -> DeclaredTable.of(table, origin)),
                Arrays.stream(annotation.beans()).map(bean -> DeclaredTable.of(bean, origin)))
            .toList();
    List<Consumer<DynamoDbClient>> seeds = new ArrayList<>();
    for (String file : annotation.seed()) {
      seeds.add(client -> new Seed(file, null, origin).load(client));
    }
    return new Declaration(
        origin, tables, List.of(), seeds, annotation.lifecycle(), annotation.endpoint());
  }

  /** The lifecycle that the last of the declarations with one states. */
  static Lifecycle lifecycle(List<Declaration> declarations, Lifecycle inherited) {
    Lifecycle lifecycle = inherited;
    for (Declaration declaration : declarations) {
      lifecycle = declaration.lifecycle == Lifecycle.INHERITED ? lifecycle : declaration.lifecycle;
    }
    return lifecycle;
  }

  /** Creates and loads what is declared, and enters the tables into those of the database. */
  void apply(DynamoDbClient client, Map<String, DeclaredTable> known) {
    List<DeclaredTable> added = new ArrayList<>();
    for (DeclaredTable table : tables) {
      if (isNew(table, known)) {
        create(table, client);
        known.put(table.name(), table);
        added.add(table);
      }
    }
    schema.forEach(step -> step.accept(client));
    for (DeclaredTable table : added) {
      table.seed().forEach(file -> new Seed(file, table.name(), origin).load(client));
    }
    seeds.forEach(step -> step.accept(client));
  }

  private boolean isNew(DeclaredTable table, Map<String, DeclaredTable> known) {
    DeclaredTable other = known.get(table.name());
    if (other == null) {
      return true;
    }
    if (other.equals(table)) {
      return false;
    }
    throw origin.mistake(
        "name = \"" + table.name() + "\"",
        "the table is declared twice, differently",
        "declare it once: on the outermost class or the annotation that all share");
  }

  private void create(DeclaredTable table, DynamoDbClient client) {
    try {
      table.table().create(client);
    } catch (AwsServiceException e) {
      throw origin.mistake(
          "name = \"" + table.name() + "\"",
          "the table cannot be created: " + e.awsErrorDetails().errorMessage(),
          "change the declaration to one that DynamoDB accepts",
          e);
    }
  }
}
