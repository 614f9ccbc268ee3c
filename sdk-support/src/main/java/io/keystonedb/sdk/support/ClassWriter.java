package io.keystonedb.sdk.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a class file with a constructor and the few kinds of methods that a client consists of.
 * Their code runs straight on, so it needs no stack maps.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">The class file
 *     format</a>
 */
final class ClassWriter {
  private static final int JAVA_8 = 52;
  private static final int PUBLIC = 0x0001;
  private static final int SUPER = 0x0020;

  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int SIPUSH = 0x11;
  private static final int LDC_W = 0x13;
  private static final int NEW = 0xbb;
  private static final int DUP = 0x59;
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int CHECKCAST = 0xc0;
  private static final int ARETURN = 0xb0;
  private static final int RETURN = 0xb1;

  private final String base;
  private final int thisClass;
  private final int baseClass;
  private final Buffer constants = new Buffer();
  private final Map<String, Integer> constantIndexes = new HashMap<>();
  private final Buffer methods = new Buffer();
  private int methodCount;

  /** A public class; names with slashes. */
  ClassWriter(String name, String base) {
    this.base = base;
    thisClass = classConstant(name);
    baseClass = classConstant(base);
  }

  /** A constructor with one parameter that only calls that of the base class. */
  void constructor(String descriptor) {
    Buffer code = new Buffer();
    code.u1(ALOAD_0).u1(ALOAD_1).u1(INVOKESPECIAL).u2(methodConstant(base, "<init>", descriptor));
    method("<init>", descriptor, code.u1(RETURN));
  }

  /** {@code return (Result) call(index, request)}. */
  void operation(Method method, int index) {
    Buffer code = new Buffer();
    code.u1(ALOAD_0).u1(SIPUSH).u2(index).u1(ALOAD_1);
    code.u1(INVOKEVIRTUAL)
        .u2(methodConstant(base, "call", "(ILjava/lang/Object;)Ljava/lang/Object;"));
    returning(method, code);
  }

  /** {@code return (Result) configuration(Result.class)}. */
  void configuration(Method method) {
    Buffer code = new Buffer();
    code.u1(ALOAD_0).u1(LDC_W).u2(classConstant(internalName(method.getReturnType())));
    code.u1(INVOKEVIRTUAL)
        .u2(methodConstant(base, "configuration", "(Ljava/lang/Class;)Ljava/lang/Object;"));
    returning(method, code);
  }

  /** {@code return new Result(this, request)}. */
  void paginator(Method method, String client) {
    String result = internalName(method.getReturnType());
    String constructor =
        "(L" + client + ";" + method.getParameterTypes()[0].descriptorString() + ")V";
    Buffer code = new Buffer();
    code.u1(NEW).u2(classConstant(result)).u1(DUP).u1(ALOAD_0).u1(ALOAD_1);
    code.u1(INVOKESPECIAL).u2(methodConstant(result, "<init>", constructor));
    method(method.getName(), descriptor(method), code.u1(ARETURN));
  }

  private void returning(Method method, Buffer code) {
    code.u1(CHECKCAST).u2(classConstant(internalName(method.getReturnType()))).u1(ARETURN);
    method(method.getName(), descriptor(method), code);
  }

  private void method(String name, String descriptor, Buffer code) {
    methodCount++;
    methods.u2(PUBLIC).u2(utf8Constant(name)).u2(utf8Constant(descriptor));
    methods.u2(1).u2(utf8Constant("Code")).u4(code.size() + 12);
    // At most four values on the stack; this and one parameter as locals; no handlers, no
    // attributes.
    methods.u2(4).u2(2).u4(code.size()).bytes(code).u2(0).u2(0);
  }

  byte[] toByteArray() {
    Buffer file = new Buffer();
    file.u4(0xCAFEBABE).u2(0).u2(JAVA_8).u2(constantIndexes.size() + 1).bytes(constants);
    file.u2(PUBLIC | SUPER).u2(thisClass).u2(baseClass).u2(0).u2(0);
    return file.u2(methodCount).bytes(methods).u2(0).toByteArray();
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static String descriptor(Method method) {
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> parameter : method.getParameterTypes()) {
      descriptor.append(parameter.descriptorString());
    }
    return descriptor.append(')').append(method.getReturnType().descriptorString()).toString();
  }

  private int classConstant(String name) {
    int utf8 = utf8Constant(name);
    return constant("class " + name, new Buffer().u1(7).u2(utf8));
  }

  private int methodConstant(String owner, String name, String descriptor) {
    int ownerClass = classConstant(owner);
    Buffer nameAndType = new Buffer().u1(12).u2(utf8Constant(name)).u2(utf8Constant(descriptor));
    int signature = constant("signature " + name + descriptor, nameAndType);
    return constant(
        "method " + owner + name + descriptor, new Buffer().u1(10).u2(ownerClass).u2(signature));
  }

  private int utf8Constant(String text) {
    return constant("utf8 " + text, new Buffer().u1(1).utf8(text));
  }

  private int constant(String key, Buffer bytes) {
    Integer known = constantIndexes.get(key);
    if (known != null) {
      return known;
    }
    constants.bytes(bytes);
    int index = constantIndexes.size() + 1;
    constantIndexes.put(key, index);
    return index;
  }

  /** Big-endian bytes. */
  private static final class Buffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Buffer u1(int value) {
      bytes.write(value);
      return this;
    }

    Buffer u2(int value) {
      return u1(value >>> 8).u1(value);
    }

    Buffer u4(int value) {
      return u2(value >>> 16).u2(value);
    }

    Buffer utf8(String text) {
      try {
        out.writeUTF(text);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Buffer bytes(Buffer other) {
      bytes.writeBytes(other.toByteArray());
      return this;
    }

    int size() {
      return bytes.size();
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
