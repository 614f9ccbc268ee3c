package io.keystonedb.junit5;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client that {@link DualWrite#method} or {@link DualWrite#supplier} gives. Stateless. */
final class GivenClient {
  private GivenClient() {}

  /** What gives the client; null if the reference is of another kind. */
  static @Nullable Supplier<DynamoDbClient> of(DualWrite annotation, Origin origin) {
    boolean hasMethod = !annotation.method().isEmpty();
    boolean hasSupplier = annotation.supplier() != DualWrite.NoSupplier.class;
    if (annotation.reference() != Reference.CLIENT) {
      if (hasMethod || hasSupplier) {
        throw origin.mistake(
            "reference = " + annotation.reference() + ", " + (hasMethod ? "method" : "supplier"),
            "two references are named",
            "leave one of them out");
      }
      return null;
    }
    if (hasMethod && hasSupplier) {
      throw origin.mistake("method, supplier", "two references are named", "leave one of them out");
    }
    if (hasSupplier) {
      return () -> Instances.of(annotation.supplier(), "supplier", "a DynamoDbClient", origin);
    }
    if (!hasMethod) {
      throw origin.mistake(
          "",
          "it does not say what to compare with",
          "say for example reference = Reference.DYNAMODB_LOCAL, or method or supplier");
    }
    Method method = method(annotation.method(), origin);
    return () -> call(method, annotation.method(), origin);
  }

  private static Method method(String name, Origin origin) {
    String value = "method = \"" + name + "\"";
    int hash = name.indexOf('#');
    Method found =
        hash < 0 ? inClasses(origin.testClass(), name) : inNamed(name, hash, value, origin);
    if (found == null) {
      throw origin.mistake(
          value,
          "there is no method of that name without parameters",
          "write static DynamoDbClient "
              + name.substring(hash + 1)
              + "() in the test class, or name it as com.example.Clients#client");
    }
    if (!Modifier.isStatic(found.getModifiers())) {
      throw origin.mistake(value, "the method is not static", "make it static");
    }
    if (!DynamoDbClient.class.isAssignableFrom(found.getReturnType())) {
      throw origin.mistake(
          value,
          "the method returns " + found.getReturnType().getName(),
          "let it return " + DynamoDbClient.class.getName());
    }
    return found;
  }

  private static @Nullable Method inClasses(Class<?> testClass, String name) {
    for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
      Method found = ReflectionSupport.findMethod(each, name).orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Method inNamed(String name, int hash, String value, Origin origin) {
    String className = name.substring(0, hash);
    try {
      Class<?> owner = Class.forName(className, true, origin.testClass().getClassLoader());
      return ReflectionSupport.findMethod(owner, name.substring(hash + 1)).orElse(null);
    } catch (ClassNotFoundException e) {
      throw origin.mistake(
          value, "there is no class " + className, "write the full name of the class", e);
    }
  }

  private static DynamoDbClient call(Method method, String name, Origin origin) {
    String value = "method = \"" + name + "\"";
    Object client;
    try {
      method.setAccessible(true);
      client = method.invoke(null);
    } catch (InvocationTargetException e) {
      throw origin.mistake(
          value,
          "the method throws " + e.getTargetException(),
          "mend it, see the cause",
          e.getTargetException());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
    if (client == null) {
      throw origin.mistake(
          value,
          "the method returned null",
          "make the client before the tests: in a static field, or in the method itself");
    }
    return (DynamoDbClient) client;
  }
}
