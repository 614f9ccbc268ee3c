package io.keystonedb;

import io.keystonedb.internal.value.Sizes;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An item: an immutable map from attribute names to values. It keeps the order in which its
 * attributes were given; equality does not look at the order.
 *
 * <p>Thread-safe. Look-up is linear in the number of attributes up to 16 and constant beyond.
 */
public final class Item extends AbstractMap<String, Value> {
  private static final Item EMPTY = new Item(new String[0], new Value[0]);

  /** Up to this many attributes a walk over the names beats a hash table, and costs no memory. */
  private static final int LINEAR_LIMIT = 16;

  private final String[] names;
  private final Value[] values;

  /** Built on first use, racily but harmlessly: its final field makes whoever sees it see all. */
  private @Nullable Positions positions;

  /** The size, once somebody asked for it; -1 before. */
  private int sizeBytes = -1;

  private Item(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /** The item without attributes. */
  public static Item empty() {
    return EMPTY;
  }

  /** An item with the attributes of a map, in its order. */
  public static Item copyOf(Map<String, ? extends Value> attributes) {
    if (attributes instanceof Item item) {
      return item;
    }
    Item.Appender appender = appender(attributes.size());
    attributes.forEach(appender::append);
    return appender.toItem();
  }

  /**
   * An item, or null if a name is there twice. The arrays are the item's from now on.
   *
   * @param sizeBytes its {@link #sizeBytes}
   */
  static @Nullable Item ofParts(String[] names, Value[] values, int sizeBytes) {
    if (names.length == 0) {
      return EMPTY;
    }
    Item item = new Item(names, values);
    item.sizeBytes = sizeBytes;
    for (int i = 0; i < names.length; i++) {
      if (item.indexOf(names[i]) != i) {
        return null;
      }
    }
    return item;
  }

  /** Starts a builder of an item. */
  public static ItemBuilder builder() {
    return new ItemBuilder();
  }

  /**
   * Starts an item whose attribute names the caller knows to be distinct; for converters.
   *
   * @param expectedSize how many attributes are expected; more are possible
   */
  public static Appender appender(int expectedSize) {
    return new Appender(expectedSize);
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && indexOf(text) >= 0;
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    int index = name instanceof String text ? indexOf(text) : -1;
    return index < 0 ? null : values[index];
  }

  /**
   * The size of this item in bytes as the service counts it: names and values of all attributes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item
   *     sizes and formats</a>
   */
  public int sizeBytes() {
    if (sizeBytes < 0) {
      sizeBytes = Sizes.of(this);
    }
    return sizeBytes;
  }

  /** The attribute name at a position, from zero. */
  public String nameAt(int index) {
    return names[index];
  }

  /** The value at a position, from zero. */
  public Value valueAt(int index) {
    return values[index];
  }

  /** This item with one attribute set or replaced. */
  public Item with(String name, Value value) {
    int index = indexOf(name);
    if (index >= 0) {
      Value[] changed = values.clone();
      changed[index] = value;
      return new Item(names, changed);
    }
    Appender appender = appender(names.length + 1);
    forEach(appender::append);
    return appender.append(name, value).toItem();
  }

  /** This item without one attribute. */
  public Item without(String name) {
    if (indexOf(name) < 0) {
      return this;
    }
    Appender appender = appender(names.length - 1);
    for (int i = 0; i < names.length; i++) {
      if (!names[i].equals(name)) {
        appender.append(names[i], values[i]);
      }
    }
    return appender.toItem();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Value>> iterator() {
        return new EntryIterator();
      }
    };
  }

  private int indexOf(String name) {
    return names.length <= LINEAR_LIMIT ? indexByWalk(name) : indexByHash(name);
  }

  private int indexByWalk(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int indexByHash(String name) {
    Positions found = positions;
    if (found == null) {
      found = new Positions(hashTable());
      positions = found;
    }
    int[] table = found.table();
    int mask = table.length - 1;
    for (int slot = spread(name) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
      if (names[table[slot] - 1].equals(name)) {
        return table[slot] - 1;
      }
    }
    return -1;
  }

  private int[] hashTable() {
    int[] table = new int[Integer.highestOneBit(names.length) * 4];
    int mask = table.length - 1;
    for (int i = 0; i < names.length; i++) {
      int slot = spread(names[i]) & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = i + 1;
    }
    return table;
  }

  private static int spread(String name) {
    int hash = name.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** An open-addressing table of positions plus one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Positions(int[] table) {}

  /** Collects attributes with distinct names. Not thread-safe. */
  public static final class Appender {
    private String[] names;
    private Value[] values;
    private int size;

    private Appender(int expectedSize) {
      names = new String[expectedSize];
      values = new Value[expectedSize];
    }

    /** Adds an attribute whose name was not added before. */
    public Appender append(String name, Value value) {
      if (size == names.length) {
        int capacity = Math.max(4, size * 2);
        names = Arrays.copyOf(names, capacity);
        values = Arrays.copyOf(values, capacity);
      }
      names[size] = Objects.requireNonNull(name, "attribute name");
      values[size] = Objects.requireNonNull(value, "attribute value");
      size++;
      return this;
    }

    /** The item. */
    public Item toItem() {
      if (size == 0) {
        return EMPTY;
      }
      if (size < names.length) {
        names = Arrays.copyOf(names, size);
        values = Arrays.copyOf(values, size);
      }
      return new Item(names, values);
    }
  }

  private final class EntryIterator implements Iterator<Entry<String, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Value> next() {
      if (next == names.length) {
        throw new NoSuchElementException();
      }
      Entry<String, Value> entry = Map.entry(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
