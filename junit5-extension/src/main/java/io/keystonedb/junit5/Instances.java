package io.keystonedb.junit5;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/** Makes what the classes in annotations supply. Stateless. */
final class Instances {
  private Instances() {}

  /**
   * What a new supplier of that class supplies.
   *
   * @param attribute the attribute that names the class
   * @param what is supplied, for messages
   */
  static <T> T of(Class<? extends Supplier<T>> type, String attribute, String what, Origin origin) {
    String value = attribute + " = " + type.getSimpleName() + ".class";
    T supplied;
    try {
      Constructor<? extends Supplier<T>> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      supplied = constructor.newInstance().get();
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw origin.mistake(
          value,
          "no instance of " + type.getName() + " can be made",
          "name a class that is static, is not abstract and has a constructor without parameters",
          e);
    } catch (InvocationTargetException e) {
      throw failed(value, e.getTargetException(), origin);
    } catch (RuntimeException e) {
      throw failed(value, e, origin);
    }
    if (supplied == null) {
      throw origin.mistake(value, "it supplies null", "let it return " + what);
    }
    return supplied;
  }

  private static RuntimeException failed(String value, Throwable cause, Origin origin) {
    return origin.mistake(value, "it throws " + cause, "mend it, see the cause", cause);
  }
}
