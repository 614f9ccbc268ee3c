package io.keystonedb.migration;

import io.keystonedb.ValueType;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Hashes of 64 bits of items and keys, the same for all that compares as equal under the rules of
 * one comparison; only tolerated times hash apart. Our own, so that both sides' agree. Immutable.
 */
final class ItemHash {
  private static final ItemHash EXACT = new ItemHash(ComparisonRules.strict(), "", false);

  private final ComparisonRules rules;
  private final String table;
  private final boolean shadow;
  private final boolean needsPaths;

  /**
   * Hashes of one side's items.
   *
   * @param shadow whether it is the shadow's, whose values may be transformed
   */
  ItemHash(ComparisonRules rules, String table, boolean shadow) {
    this.rules = rules;
    this.table = table;
    this.shadow = shadow;
    needsPaths = rules.ignoresPaths() || rules.changesValues() || rules.hasUnorderedLists();
  }

  /** The hash of a key. */
  static long ofKey(Map<String, AttributeValue> key) {
    return EXACT.of(key);
  }

  /** The hash of an item. */
  long of(Map<String, AttributeValue> item) {
    return map(Path.ROOT, item);
  }

  private long map(Path path, Map<String, AttributeValue> map) {
    long sum = 1;
    for (Map.Entry<String, AttributeValue> entry : map.entrySet()) {
      Path inner = needsPaths ? path.name(entry.getKey()) : path;
      AttributeValue value = entry.getValue();
      if (needsPaths) {
        if (rules.isIgnored(table, inner)) {
          continue;
        }
        value = rules.transformed(inner, value, shadow);
      }
      if (!rules.isLikeMissing(value)) {
        sum += mix(text(entry.getKey()) * 31 + value(inner, value));
      }
    }
    return sum;
  }

  private long value(Path path, AttributeValue value) {
    ValueType type = ValueTypes.of(value);
    return type == null ? 0 : mix(content(path, type, value) + text(type.name()));
  }

  private long content(Path path, ValueType type, AttributeValue value) {
    return switch (type) {
      case S -> text(value.s());
      case N -> text(Numbers.canonical(value.n()));
      case B -> bytes(value.b());
      case BOOL -> value.bool() ? 1 : 2;
      case NULL -> 3;
      case M -> map(path, value.m());
      case L -> list(path, value.l());
      case SS -> value.ss().stream().distinct().mapToLong(each -> mix(text(each))).sum();
      case NS -> Numbers.canonical(value.ns()).stream().mapToLong(each -> mix(text(each))).sum();
      case BS -> value.bs().stream().distinct().mapToLong(each -> mix(bytes(each))).sum();
    };
  }

  private long list(Path path, List<AttributeValue> list) {
    boolean ordered = !needsPaths || !rules.isUnordered(path);
    long hash = list.size();
    for (int i = 0; i < list.size(); i++) {
      Path inner = needsPaths ? path.index(i) : path;
      AttributeValue element = list.get(i);
      if (needsPaths) {
        element = rules.transformed(inner, element, shadow);
      }
      long own = needsPaths && rules.isIgnored(table, inner) ? 0 : value(inner, element);
      hash = ordered ? hash * 31 + own : hash + mix(own);
    }
    return hash;
  }

  /** FNV-1a with 64 bits. */
  private static long text(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  private static long bytes(SdkBytes bytes) {
    long hash = 0xCBF29CE484222325L;
    for (byte each : bytes.asByteArrayUnsafe()) {
      hash = (hash ^ (each & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finishing step of MurmurHash3 with 64 bits, so that sums of hashes are hashes. */
  static long mix(long value) {
    long hash = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
