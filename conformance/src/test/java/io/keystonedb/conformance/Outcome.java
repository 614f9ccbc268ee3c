package io.keystonedb.conformance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What came of a request, in a form that compares: an answer as text with everything sorted that
 * has no order, or an error.
 *
 * @param error the error's code; empty for an answer
 * @param text the answer, or the error's message
 */
record Outcome(String error, String text) {

  /** What stands for an error when there is none of the service's. */
  static final String CRASH = "(crash)";

  static Outcome of(DynamoDbClient client, DynamoDbRequest request) {
    try {
      return new Outcome("", print(call(client, request), isUnordered(request)));
    } catch (TransactionCanceledException e) {
      return new Outcome(
          e.awsErrorDetails().errorCode(),
          e.cancellationReasons().stream()
              .map(reason -> reason.code() + ": " + reason.message())
              .collect(Collectors.joining("; ")));
    } catch (DynamoDbException e) {
      return new Outcome(e.awsErrorDetails().errorCode(), e.awsErrorDetails().errorMessage());
    }
  }

  /** As {@link #of}, of DynamoDB Local, which meets requests that it fails to refuse. */
  static Outcome ofLocal(DynamoDbClient local, DynamoDbRequest request) {
    try {
      return of(local, request);
    } catch (RuntimeException e) {
      return new Outcome(CRASH, e.toString());
    }
  }

  /** A scan has no order, nor has an index without a sort key. */
  private static boolean isUnordered(DynamoDbRequest request) {
    return request instanceof ScanRequest
        || (request instanceof QueryRequest query && query.indexName() != null);
  }

  static SdkPojo call(DynamoDbClient client, DynamoDbRequest request) {
    if (request instanceof PutItemRequest r) {
      return client.putItem(r);
    } else if (request instanceof UpdateItemRequest r) {
      return client.updateItem(r);
    } else if (request instanceof DeleteItemRequest r) {
      return client.deleteItem(r);
    } else if (request instanceof GetItemRequest r) {
      return client.getItem(r);
    } else if (request instanceof QueryRequest r) {
      return client.query(r);
    } else if (request instanceof ScanRequest r) {
      return client.scan(r);
    } else if (request instanceof BatchGetItemRequest r) {
      return client.batchGetItem(r);
    } else if (request instanceof BatchWriteItemRequest r) {
      return client.batchWriteItem(r);
    } else if (request instanceof TransactGetItemsRequest r) {
      return client.transactGetItems(r);
    } else if (request instanceof CreateTableRequest r) {
      return client.createTable(r);
    }
    return client.transactWriteItems((TransactWriteItemsRequest) request);
  }

  private static String print(Object value, boolean unordered) {
    if (value instanceof AttributeValue attribute) {
      return print(attribute);
    }
    if (value instanceof SdkPojo pojo) {
      Map<String, String> members = new TreeMap<>();
      for (SdkField<?> field : pojo.sdkFields()) {
        Object member = field.getValueOrDefault(pojo);
        boolean absent =
            member == null
                || member instanceof SdkAutoConstructList
                || member instanceof SdkAutoConstructMap;
        if (!absent) {
          members.put(field.memberName(), print(member, unordered));
        }
      }
      return members.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> entries = new TreeMap<>();
      map.forEach((key, each) -> entries.put((String) key, print(each, true)));
      return entries.toString();
    }
    if (value instanceof List<?> list) {
      List<String> elements = list.stream().map(each -> print(each, false)).toList();
      return (unordered ? elements.stream().sorted().toList() : elements).toString();
    }
    return String.valueOf(value);
  }

  private static String print(AttributeValue value) {
    return switch (value.type()) {
      case N -> "N:" + number(value.n());
      case NS -> "NS:" + sorted(value.ns().stream().map(Outcome::number).toList());
      case SS -> "SS:" + sorted(value.ss());
      case BS -> "BS:" + sorted(value.bs().stream().map(Object::toString).toList());
      case L -> "L:" + value.l().stream().map(Outcome::print).toList();
      case M -> "M:" + print(value.m(), false);
      default -> value.toString();
    };
  }

  private static String number(String text) {
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static String sorted(Collection<String> values) {
    return values.stream().sorted().toList().toString();
  }
}
