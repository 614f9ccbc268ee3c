package io.keystonedb.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the scopes of one extension in the stores of contexts and opens those that are missing. */
final class Scopes {
  private final Namespace namespace;
  private final @Nullable Registration registration;
  private final DualWriting dualWriting;

  /**
   * @param owner what tells the scopes of this extension from those of others
   */
  Scopes(Object owner, @Nullable Registration registration) {
    namespace = Namespace.create(Scopes.class, owner);
    this.registration = registration;
    dualWriting = new DualWriting(namespace, registration != null);
  }

  DualWriting dualWriting() {
    return dualWriting;
  }

  /** The scope of the test if the context is one's, else that of the class. */
  Scope of(ExtensionContext context) {
    return context.getTestMethod().isPresent() ? ofTest(context) : ofClass(context);
  }

  Scope ofClass(ExtensionContext context) {
    ExtensionContext outermost = outermostOfClass(context);
    Class<?> testClass = outermost.getRequiredTestClass();
    Scope known = store(outermost).get(testClass, Scope.class);
    if (known != null) {
      return known;
    }
    Scope parent =
        outermost
            .getParent()
            .filter(p -> p.getTestClass().isPresent())
            .map(this::ofClass)
            .orElseGet(() -> registration == null ? null : registration.root());
    return computed(
        outermost,
        testClass,
        () -> {
          Scope scope = entered(Scope.ofClass(parent, checked(onClass(testClass))), outermost);
          dualWriting.enter(scope, outermost);
          return scope;
        });
  }

  Scope ofTest(ExtensionContext context) {
    return computed(context, context.getUniqueId(), () -> openTest(context));
  }

  /** Whether the extension serves one test only: it is the field of an instance. */
  boolean isOfOneTest(ExtensionContext context) {
    ExtensionContext outermost = outermostOfClass(context);
    return registration != null && store(outermost).get(outermost.getRequiredTestClass()) == null;
  }

  private Scope openTest(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    List<Declaration> declarations =
        context
            .getTestMethod()
            .map(method -> Declaration.on(method, testClass, method.getName()))
            .orElse(List.of());
    if (isOfOneTest(context) && registration != null) {
      List<Declaration> all = new ArrayList<>();
      context.getEnclosingTestClasses().forEach(enclosing -> all.addAll(onClass(enclosing)));
      all.addAll(onClass(testClass));
      all.addAll(declarations);
      return dualWriting.begin(
          published(Scope.ofOnlyTest(registration.root(), all), context), context);
    }
    Scope parent = ofClass(context);
    Origin origin = new Origin(testClass, context.getRequiredTestMethod().getName(), "@KeystoneDb");
    return dualWriting.begin(
        entered(Scope.ofTest(parent, checked(declarations), origin), context), context);
  }

  private static List<Declaration> onClass(Class<?> testClass) {
    return Declaration.on(testClass, testClass, null);
  }

  /** The clients of an extension that always show one database cannot show copies. */
  private List<Declaration> checked(List<Declaration> declarations) {
    if (registration == null || registration.lifecycle() == Lifecycle.FORK) {
      return declarations;
    }
    for (Declaration declaration : declarations) {
      if (declaration.lifecycle() == Lifecycle.FORK) {
        throw declaration
            .origin()
            .mistake(
                "lifecycle = FORK",
                "the registered extension is of lifecycle %s and its client() always shows one database"
                    .formatted(registration.lifecycle()),
                "build the extension with lifecycle(FORK), or leave the lifecycle out here");
      }
    }
    return declarations;
  }

  private Scope entered(Scope scope, ExtensionContext context) {
    if (registration != null) {
      registration.router().enter(scope);
    }
    return published(scope, context);
  }

  private static Scope published(Scope scope, ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    boolean publishes =
        Stream.concat(Stream.of(testClass), context.getEnclosingTestClasses().stream())
            .anyMatch(each -> AnnotationSupport.isAnnotated(each, EndpointSystemProperties.class));
    if (publishes) {
      Origin origin = new Origin(testClass, null, "@EndpointSystemProperties");
      scope.publish(PublishedEndpoint.of(scope.handle().endpoint(origin)));
    }
    return scope;
  }

  private Scope computed(ExtensionContext context, Object key, Supplier<Scope> make) {
    return store(context).getOrComputeIfAbsent(key, k -> make.get(), Scope.class);
  }

  private Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }

  /** Tests, and invocations of a class with arguments, lie in the context of their class. */
  static ExtensionContext outermostOfClass(ExtensionContext context) {
    ExtensionContext outermost = context;
    Optional<ExtensionContext> parent = outermost.getParent();
    while (parent.isPresent() && parent.get().getTestClass().equals(context.getTestClass())) {
      outermost = parent.get();
      parent = outermost.getParent();
    }
    return outermost;
  }
}
