package io.keystonedb.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account and Region that names of resources carry.
 *
 * @param region such as {@code us-east-1}
 * @param accountId twelve digits
 */
public record Account(String region, String accountId) {
  /** What a database pretends unless told otherwise. */
  public static final Account DEFAULT = new Account("us-east-1", "000000000000");

  /** The ARN of a table. */
  public String tableArn(String tableName) {
    return "arn:aws:dynamodb:" + region + ":" + accountId + ":table/" + tableName;
  }

  /**
   * The ARN of a key of KMS. Aliases are resolved: each to the same key whoever names it.
   *
   * @param key its ARN, id or alias; null for the key that AWS manages for DynamoDB
   */
  public String keyArn(@Nullable String key) {
    String named = key == null ? "alias/aws/dynamodb" : key;
    if (named.startsWith("arn:")) {
      return named;
    }
    String id =
        named.startsWith("alias/")
            ? UUID.nameUUIDFromBytes((accountId + named).getBytes(StandardCharsets.UTF_8))
                .toString()
            : named;
    return "arn:aws:kms:" + region + ":" + accountId + ":key/" + id;
  }

  /** The ARN of whoever sends requests: all belong to the account. */
  public String userArn() {
    return "arn:aws:iam::" + accountId + ":root";
  }

  /** The ARN of a stream of a table. */
  public String streamArn(String tableName, String label) {
    return tableArn(tableName) + "/stream/" + label;
  }
}
