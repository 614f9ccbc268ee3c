package io.keystonedb.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Lets the tests of {@link DualWrite} classes write to two sides. All it knows lies in the stores
 * of contexts.
 */
final class DualWriting {
  private final Namespace namespace;
  private final boolean registered;

  /**
   * @param registered whether the extension is a field of the class
   */
  DualWriting(Namespace namespace, boolean registered) {
    this.namespace = namespace;
    this.registered = registered;
  }

  /** Looks at a class whose scope has opened, before anything of it is injected. */
  void enter(Scope scope, ExtensionContext context) {
    DualWriteClass ours = ofClass(context);
    if (ours == null) {
      return;
    }
    ReferencePool.of(context).assumeAvailable(ours.settings(), context);
    if (scope.lifecycle() != Lifecycle.FORK) {
      follow(scope, ours);
    }
  }

  private static void follow(Scope scope, DualWriteClass ours) {
    if (!scope.handle().followSessions() && scope.lifecycle() != Lifecycle.FORK) {
      throw ours.settings()
          .origin()
          .mistake(
              "",
              "a client of the same database that writes to one side only was given away before:"
                  + " by the registered extension, or by an enclosing class without the annotation",
              "put @DualWrite on the outermost class; take clients as parameters; or use"
                  + " lifecycle FORK");
    }
  }

  private @Nullable DualWriteClass ofClass(ExtensionContext context) {
    ExtensionContext outermost = Scopes.outermostOfClass(context);
    Optional<?> known =
        store(outermost)
            .getOrComputeIfAbsent(
                List.of(DualWriteClass.class, outermost.getRequiredTestClass()),
                key -> Optional.ofNullable(make(outermost)),
                Optional.class);
    return (DualWriteClass) known.orElse(null);
  }

  private @Nullable DualWriteClass make(ExtensionContext context) {
    Optional<DualWriteSettings> settings = DualWriteSettings.of(context);
    if (settings.isEmpty()) {
      return null;
    }
    Class<?> testClass = context.getRequiredTestClass();
    if (!registered && !hasDatabase(context)) {
      throw settings
          .get()
          .origin()
          .mistake(
              "",
              "the class has no database that could be written to",
              "add @KeystoneDb, or a KeystoneDbExtension with @RegisterExtension");
    }
    DualWriteClass parent =
        context
            .getParent()
            .filter(each -> each.getTestClass().isPresent())
            .map(this::ofClass)
            .orElse(null);
    return new DualWriteClass(testClass, settings.get(), parent);
  }

  private static boolean hasDatabase(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
    classes.add(context.getRequiredTestClass());
    return classes.stream()
        .anyMatch(
            each ->
                !AnnotationSupport.findRepeatableAnnotations(each, KeystoneDb.class).isEmpty()
                    || !ReflectionSupport.findMethods(
                            each,
                            method ->
                                !AnnotationSupport.findRepeatableAnnotations(
                                        method, KeystoneDb.class)
                                    .isEmpty(),
                            HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty());
  }

  /** Begins a test in the scope that was opened for it, which is returned. */
  Scope begin(Scope scope, ExtensionContext context) {
    try {
      DualWriteClass ours = ofClass(context);
      if (ours != null) {
        begin(scope, ours, context);
      }
      return scope;
    } catch (RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  private void begin(Scope scope, DualWriteClass ours, ExtensionContext context) {
    DualWriteSettings settings = ours.settings();
    ReferencePool pool = ReferencePool.of(context);
    pool.assumeAvailable(settings, context);
    refuseEndpoint(scope, settings);
    follow(scope, ours);
    DualWriteRun test = DualWriteRun.begin(scope, ours, pool, context);
    store(context).put(DualWriteRun.class, test);
    scope.beforeClose(test::abandon);
  }

  private static void refuseEndpoint(Scope scope, DualWriteSettings settings) {
    if (scope.handle().hasEndpoint()) {
      throw settings
          .origin()
          .mistake(
              "",
              "the class has an HTTP endpoint (@KeystoneDb(endpoint = true)), and what is written"
                  + " through it reaches one side only",
              "leave the endpoint out, or say reference = Reference.NONE");
    }
    if (scope.isPublished()) {
      throw settings
          .origin()
          .mistake(
              "",
              "the class has @EndpointSystemProperties, and what is written through an HTTP endpoint"
                  + " reaches one side only",
              "leave the annotation out, or say reference = Reference.NONE");
    }
  }

  /** Ends a test; throws if what differs fails it. */
  void end(ExtensionContext context) {
    DualWriteRun test = store(context).get(DualWriteRun.class, DualWriteRun.class);
    if (test != null) {
      test.end(context);
    }
  }

  /** Reports on a class; throws if something known did not occur in it. */
  void endClass(ExtensionContext context) {
    DualWriteClass ours = ofClass(context);
    if (ours != null) {
      ours.end(context);
    }
  }

  private Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }
}
