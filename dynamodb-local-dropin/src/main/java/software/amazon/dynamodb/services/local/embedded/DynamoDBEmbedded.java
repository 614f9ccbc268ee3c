package software.amazon.dynamodb.services.local.embedded;

import java.io.File;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Makes embedded databases, each private and empty. */
public class DynamoDBEmbedded {
  /** A database in memory. */
  public static AmazonDynamoDBLocal create() {
    return create((File) null);
  }

  /**
   * A database in memory.
   *
   * @param disableTelemetry makes no difference: there is none
   */
  public static AmazonDynamoDBLocal create(Boolean disableTelemetry) {
    return create((File) null);
  }

  /**
   * A database in memory, if the file is null.
   *
   * @throws UnsupportedOperationException if it is not
   */
  public static AmazonDynamoDBLocal create(@Nullable File file) {
    return new Embedded(file);
  }

  /**
   * As {@link #create(File)}.
   *
   * @param disableTelemetry makes no difference: there is none
   */
  public static AmazonDynamoDBLocal create(@Nullable File file, Boolean disableTelemetry) {
    return create(file);
  }
}
