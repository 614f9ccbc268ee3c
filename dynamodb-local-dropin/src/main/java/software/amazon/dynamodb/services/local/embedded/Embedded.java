package software.amazon.dynamodb.services.local.embedded;

import io.keystonedb.local.EmbeddedDatabase;
import java.io.File;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** An embedded database. Thread-safe. */
final class Embedded extends EmbeddedDatabase implements AmazonDynamoDBLocal {
  Embedded(@Nullable File file) {
    super(file);
  }
}
