package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The extension behind {@link KeystoneDb}, and the way to set a database up in code, in a field
 * with {@code @RegisterExtension}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KeystoneDbExtension db =
 *     KeystoneDbExtension.builder().schema(Tables::createAll).seed("users.json").build();
 *
 * final UserRepository users = new UserRepository(db.client());
 * }</pre>
 *
 * <p>In a static field it serves the class and all that {@link KeystoneDb} says about isolation,
 * injection and nested classes holds. In an instance field it serves one test, with a database of
 * its own; on an instance that serves all tests (PER_CLASS) the lifecycle must then be {@link
 * Lifecycle#RESTORE} or {@link Lifecycle#SHARED}. Annotations on the class add to it.
 *
 * <p>{@link #client()}, {@link #database()} and {@link #clock()} may be used at any time, before
 * the first test too. With {@link Lifecycle#FORK} they show the copy of the test that runs on the
 * calling thread; on a thread that belongs to no test, that of the only running test; outside of
 * tests the database that the copies are made of. They throw {@link IllegalStateException} on a
 * thread of its own while several tests run. With the other lifecycles they always show the one
 * database.
 *
 * <p>Thread-safe. All it knows about classes and tests lies in the stores of their contexts and is
 * closed with these.
 */
public final class KeystoneDbExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        TestInstancePostProcessor,
        ParameterResolver,
        InvocationInterceptor,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  private final @Nullable Registration registration;
  private final Scopes scopes;

  /** For JUnit, which makes the extension of {@link KeystoneDb}; others use {@link #builder()}. */
  public KeystoneDbExtension() {
    JUnitVersion.requireSupported();
    registration = null;
    scopes = new Scopes(KeystoneDb.class, null);
  }

  KeystoneDbExtension(Registration registration) {
    JUnitVersion.requireSupported();
    this.registration = registration;
    scopes = new Scopes(this, registration);
  }

  /** Starts to describe an extension; files are looked for beside the class that calls this. */
  public static KeystoneDbExtensionBuilder builder() {
    Class<?> caller =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass();
    return new KeystoneDbExtensionBuilder(caller);
  }

  /**
   * A client, the same object with every call. Closing it has no effect with {@link
   * Lifecycle#FORK}.
   *
   * @throws IllegalStateException if the extension comes from the annotation: take a parameter
   */
  public DynamoDbClient client() {
    return registered().client();
  }

  /** The database that {@link #client()} works on at the moment. */
  public Database database() {
    return registered().current().database();
  }

  /** The clock of {@link #database()}. */
  public KeystoneClock clock() {
    return database().clock();
  }

  private Registration registered() {
    if (registration == null) {
      throw new IllegalStateException(
          "an extension without the builder has no client of its own; take it as a parameter");
    }
    return registration;
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isPassive(context)) {
      return;
    }
    refuseInstanceFieldOfSharedInstance(context);
    Scope scope = scopes.ofClass(context);
    FieldInjection.inject(FieldInjection.fields(context.getRequiredTestClass(), true), null, scope);
  }

  private void refuseInstanceFieldOfSharedInstance(ExtensionContext context) {
    boolean isField =
        context
            .getTestInstance()
            .map(instance -> instanceExtensions(instance).contains(this))
            .orElse(false);
    if (isField && registered().lifecycle() == Lifecycle.FORK) {
      throw new Origin(
              context.getRequiredTestClass(), null, "@RegisterExtension KeystoneDbExtension")
          .mistake(
              "lifecycle(FORK)",
              "it is a field of the one instance that serves all tests (PER_CLASS), so it cannot"
                  + " give each test a copy of its own",
              "make the field static, drop @TestInstance(PER_CLASS), or build it with"
                  + " lifecycle(RESTORE) or lifecycle(SHARED)");
    }
  }

  private static List<KeystoneDbExtension> instanceExtensions(Object instance) {
    return AnnotationSupport.findAnnotatedFieldValues(
        instance, RegisterExtension.class, KeystoneDbExtension.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isPassive(context)) {
      return;
    }
    boolean ofOneTest = scopes.isOfOneTest(context);
    Scope scope = scopes.ofTest(context);
    if (ofOneTest) {
      // It did not exist yet when instances were post-processed.
      for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
        FieldInjection.inject(FieldInjection.fields(instance.getClass(), false), instance, scope);
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!isPassive(context)) {
      scopes.dualWriting().end(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!isPassive(context)) {
      scopes.dualWriting().endClass(context);
    }
  }

  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context) {
    List<Field> fields = FieldInjection.fields(instance.getClass(), false);
    if (fields.isEmpty() || isPassive(context)) {
      return;
    }
    Scope scope = scopes.of(context);
    fields = FieldInjection.wanted(fields, scope);
    if (!fields.isEmpty() && context.getTestMethod().isEmpty()) {
      refuseCopies(scope, context, "the field \"" + fields.get(0).getName() + "\"");
    }
    FieldInjection.inject(fields, instance, scope);
  }

  private static void refuseCopies(Scope scope, ExtensionContext context, String target) {
    boolean perClass =
        context
            .getTestInstanceLifecycle()
            .map(TestInstance.Lifecycle.PER_CLASS::equals)
            .orElse(false);
    if (!perClass) {
      throw JUnitVersion.tooOld(RegisterExtension.class.getPackage().getImplementationVersion());
    }
    if (scope.lifecycle() == Lifecycle.FORK) {
      throw new Origin(context.getRequiredTestClass(), null, "@KeystoneDb")
          .mistake(
              "lifecycle = FORK",
              target
                  + " belongs to the one instance that serves all tests (PER_CLASS), so it cannot"
                  + " show each test a copy of its own",
              "take it as a parameter of the test methods, drop @TestInstance(PER_CLASS), or say"
                  + " lifecycle = RESTORE or SHARED");
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    boolean ours =
        Injectable.of(type).isPresent()
            || Injectable.refuses(type)
            || parameter.isAnnotated(TableName.class);
    return ours
        && !isPassive(context)
        && (type != URI.class || scopes.of(context).handle().hasEndpoint());
  }

  @Override
  public Object resolveParameter(ParameterContext context, ExtensionContext extensionContext) {
    Parameter parameter = context.getParameter();
    Origin target = target(parameter, extensionContext);
    Injectable injectable =
        Injectable.of(parameter.getType()).orElseThrow(() -> cannotInject(target, parameter));
    Scope scope = scopes.of(extensionContext);
    if (parameter.getDeclaringExecutable() instanceof Constructor
        && extensionContext.getTestMethod().isEmpty()) {
      refuseCopies(
          scope, extensionContext, "the constructor's parameter \"" + parameter.getName() + "\"");
    }
    return injectable.from(
        scope.handle(),
        parameter.getParameterizedType(),
        context.findAnnotation(TableName.class).orElse(null),
        target);
  }

  private static Origin target(Parameter parameter, ExtensionContext context) {
    String member =
        parameter.getDeclaringExecutable() instanceof Method method ? method.getName() : "<init>";
    return new Origin(context.getRequiredTestClass(), member, "@KeystoneDb");
  }

  private static RuntimeException cannotInject(Origin target, Parameter parameter) {
    return target.mistake(
        "parameter " + parameter.getType().getSimpleName() + " " + parameter.getName(),
        "parameters of type " + parameter.getType().getName() + " cannot be injected",
        "take one of " + Injectable.list());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  /** JUnit says which parameter nobody resolves; this adds which ones could be. */
  private Throwable explained(ExtensionContext context, Throwable failure) {
    boolean unresolved =
        failure instanceof ParameterResolutionException
            && failure.getMessage() != null
            && failure.getMessage().startsWith("No ParameterResolver registered");
    if (!unresolved || isPassive(context)) {
      return failure;
    }
    return new ParameterResolutionException(
        context.getRequiredTestClass().getName()
            + ": @KeystoneDb: "
            + failure.getMessage()
            + " To fix it: take one of "
            + Injectable.list()
            + ", or register an extension for that type",
        failure);
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> constructor,
      ExtensionContext context)
      throws Throwable {
    // Whatever the constructor does already meets the database of its test.
    if (context.getTestMethod().isPresent() && !isPassive(context)) {
      scopes.ofTest(context);
    }
    return invocation.proceed();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    bound(invocation, context);
  }

  /** A timeout may run the method on another thread than the callbacks before it. */
  private void bound(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
    if (registration == null) {
      invocation.proceed();
      return;
    }
    Scope scope = scopes.ofTest(context);
    registration.router().bind(scope);
    try {
      invocation.proceed();
    } finally {
      registration.router().unbind(scope);
    }
  }

  /** Whether the annotation leaves the work to an extension that the class registers. */
  private boolean isPassive(ExtensionContext context) {
    if (registration != null) {
      return false;
    }
    if (registersExtension(context.getRequiredTestClass())) {
      return true;
    }
    return context.getEnclosingTestClasses().stream()
        .anyMatch(KeystoneDbExtension::registersExtension);
  }

  private static boolean registersExtension(Class<?> testClass) {
    return !AnnotationSupport.findAnnotatedFields(
            testClass,
            RegisterExtension.class,
            field -> field.getType() == KeystoneDbExtension.class,
            HierarchyTraversalMode.TOP_DOWN)
        .isEmpty();
  }
}
