package io.keystonedb.sdk.support;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of SDK methods that differ between SDK versions or classes; never on the way of a call. */
public final class Reflection {
  private Reflection() {}

  /** The answer of a public static method without parameters. */
  public static Object staticCall(Class<?> type, String method) {
    try {
      return invoke(type.getMethod(method), null);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this SDK has no " + type.getName() + "." + method + "()", e);
    }
  }

  /** The answer of a public method without parameters that only newer SDKs have. */
  public static Object answer(Class<?> type, String method, Object target) {
    try {
      return invoke(type.getMethod(method), target);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("this SDK has no " + type.getName() + "." + method + "()", e);
    }
  }

  public static Object invoke(Method method, @Nullable Object target, Object... args) {
    try {
      return method.invoke(target, args);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + method, e);
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    }
  }

  public static Object create(Constructor<?> constructor, Object... args) {
    try {
      return constructor.newInstance(args);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + constructor, e);
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    }
  }

  private static RuntimeException unchecked(InvocationTargetException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    return new IllegalStateException(e.getCause());
  }
}
