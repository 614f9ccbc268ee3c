package io.keystonedb.migration;

import io.keystonedb.ValueType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in a file that only the process that wrote it reads. */
final class ValueCodec {
  private ValueCodec() {}

  static void writeItem(Map<String, AttributeValue> item, DataOutput out) throws IOException {
    out.writeInt(item.size());
    for (Map.Entry<String, AttributeValue> entry : item.entrySet()) {
      writeText(entry.getKey(), out);
      writeValue(entry.getValue(), out);
    }
  }

  static Map<String, AttributeValue> readItem(DataInput in) throws IOException {
    int size = in.readInt();
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      item.put(readText(in), readValue(in));
    }
    return item;
  }

  private static void writeValue(AttributeValue value, DataOutput out) throws IOException {
    ValueType type = ValueTypes.of(value);
    if (type == null) {
      throw new IllegalStateException("a value without a datatype");
    }
    writeText(type.name(), out);
    switch (type) {
      case S -> writeText(value.s(), out);
      case N -> writeText(value.n(), out);
      case B -> writeBytes(value.b(), out);
      case BOOL -> out.writeBoolean(value.bool());
      case NULL -> out.writeBoolean(value.nul());
      case M -> writeItem(value.m(), out);
      case L -> writeList(value.l(), out, ValueCodec::writeValue);
      case SS -> writeList(value.ss(), out, ValueCodec::writeText);
      case NS -> writeList(value.ns(), out, ValueCodec::writeText);
      case BS -> writeList(value.bs(), out, ValueCodec::writeBytes);
    }
  }

  private static AttributeValue readValue(DataInput in) throws IOException {
    AttributeValue.Builder value = AttributeValue.builder();
    switch (ValueType.valueOf(readText(in))) {
      case S -> value.s(readText(in));
      case N -> value.n(readText(in));
      case B -> value.b(readBytes(in));
      case BOOL -> value.bool(in.readBoolean());
      case NULL -> value.nul(in.readBoolean());
      case M -> value.m(readItem(in));
      case L -> value.l(readList(in, ValueCodec::readValue));
      case SS -> value.ss(readList(in, ValueCodec::readText));
      case NS -> value.ns(readList(in, ValueCodec::readText));
      case BS -> value.bs(readList(in, ValueCodec::readBytes));
    }
    return value.build();
  }

  private interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private static <T> void writeList(List<T> list, DataOutput out, Writer<T> writer)
      throws IOException {
    out.writeInt(list.size());
    for (T element : list) {
      writer.write(element, out);
    }
  }

  private static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }

  private static void writeText(String text, DataOutput out) throws IOException {
    writeArray(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String readText(DataInput in) throws IOException {
    return new String(readArray(in), StandardCharsets.UTF_8);
  }

  private static void writeBytes(SdkBytes bytes, DataOutput out) throws IOException {
    writeArray(bytes.asByteArrayUnsafe(), out);
  }

  private static SdkBytes readBytes(DataInput in) throws IOException {
    return SdkBytes.fromByteArrayUnsafe(readArray(in));
  }

  private static void writeArray(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readArray(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
