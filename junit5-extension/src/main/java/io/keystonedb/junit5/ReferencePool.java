package io.keystonedb.junit5;

import io.keystonedb.Database;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The references of a run, lent to one test at a time. Starting one takes longer than bringing one
 * that has served another test in step. It lies in the store of the root context. Thread-safe.
 */
final class ReferencePool implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(ReferencePool.class);

  private final Map<Reference, Deque<ReferenceSide>> idle = new EnumMap<>(Reference.class);
  private final IdentityHashMap<DynamoDbClient, ReferenceSide> given = new IdentityHashMap<>();
  private final List<ReferenceSide> all = new ArrayList<>();
  private @Nullable ContainerReference container;
  private @Nullable DynamoDbClient endpoint;

  static ReferencePool of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ReferencePool.class, key -> new ReferencePool(), ReferencePool.class);
  }

  /** Aborts, for JUnit to skip what needs it, where the environment lacks a reference. */
  void assumeAvailable(DualWriteSettings settings, ExtensionContext context) {
    if (settings.reference() == Reference.ENDPOINT) {
      boolean isSet =
          Endpoints.setting(Endpoints.ENDPOINT, context).isPresent()
              || Endpoints.setting(Endpoints.PROFILE, context).isPresent();
      if (!isSet) {
        Assumptions.abort(
            "@DualWrite(reference = ENDPOINT): neither %s nor %s is set"
                .formatted(Endpoints.ENDPOINT, Endpoints.PROFILE));
      }
    }
    if (settings.reference() == Reference.DYNAMODB_LOCAL_CONTAINER) {
      String obstacle = obstacle(settings.origin());
      if (obstacle != null) {
        Assumptions.abort("@DualWrite(reference = DYNAMODB_LOCAL_CONTAINER): " + obstacle);
      }
    }
  }

  private static @Nullable String obstacle(Origin origin) {
    try {
      return ContainerReference.obstacle();
    } catch (NoClassDefFoundError e) {
      throw origin.mistake(
          "reference = DYNAMODB_LOCAL_CONTAINER",
          "Testcontainers is not on the class path",
          "add org.testcontainers:testcontainers to the test dependencies",
          e);
    }
  }

  /** A reference for one test, which gives it {@link #back}. */
  synchronized ReferenceSide lend(
      DualWriteSettings settings, Database database, ExtensionContext context) {
    Origin origin = settings.origin();
    return switch (settings.reference()) {
      case DYNAMODB_LOCAL -> {
        ReferenceSide side = idle(settings).poll();
        yield side == null ? added(LocalReference.start(origin)) : side;
      }
      case DYNAMODB_LOCAL_CONTAINER -> {
        ReferenceSide side = idle(settings).poll();
        yield side == null ? added(container().side(origin)) : side;
      }
      case ENDPOINT -> only(endpoint(origin, context), settings);
      case CLIENT -> only(Objects.requireNonNull(settings.given()).get(), settings);
      case KEYSTONEDB -> KeystoneReference.create(database.clock());
      case NONE -> throw new IllegalArgumentException("no reference");
    };
  }

  private Deque<ReferenceSide> idle(DualWriteSettings settings) {
    return idle.computeIfAbsent(settings.reference(), key -> new ArrayDeque<>());
  }

  private ReferenceSide added(ReferenceSide side) {
    all.add(side);
    return side;
  }

  private ContainerReference container() {
    if (container == null) {
      container = ContainerReference.start();
    }
    return container;
  }

  private DynamoDbClient endpoint(Origin origin, ExtensionContext context) {
    if (endpoint == null) {
      Optional<DynamoDbClient> client = Endpoints.fromEnvironment(origin, context);
      endpoint = client.orElseThrow();
    }
    return endpoint;
  }

  /** There is one client, so it serves one test after the other. */
  private ReferenceSide only(DynamoDbClient client, DualWriteSettings settings) {
    ReferenceSide side = given.get(client);
    if (side == null) {
      side = added(ReferenceSide.foreign(client));
      given.put(client, side);
    }
    if (!side.begin()) {
      throw settings
          .origin()
          .mistake(
              "reference = " + settings.reference(),
              "another test is using the same reference, and each would see the other's writes",
              "keep tests apart with @Execution(SAME_THREAD), and classes with @ResourceLock; or"
                  + " give each test a client of its own");
    }
    return side;
  }

  /** Ends a loan. */
  synchronized void back(ReferenceSide side, DualWriteSettings settings) {
    switch (settings.reference()) {
      case DYNAMODB_LOCAL, DYNAMODB_LOCAL_CONTAINER -> idle(settings).push(side);
      case KEYSTONEDB -> side.close();
      default -> side.end();
    }
  }

  @Override
  public synchronized void close() {
    all.forEach(ReferenceSide::close);
    if (endpoint != null) {
      endpoint.close();
    }
    if (container != null) {
      container.close();
    }
  }
}
