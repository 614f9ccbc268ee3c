package io.keystonedb.junit5;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * DynamoDB Local in a container; the one class that uses Testcontainers, which need not be on the
 * class path. Thread-safe.
 */
final class ContainerReference implements AutoCloseable {
  private static final DockerImageName IMAGE =
      DockerImageName.parse("amazon/dynamodb-local:latest");
  private static final int PORT = 8000;

  private final GenericContainer<?> container;
  private final AtomicInteger sides = new AtomicInteger();

  private ContainerReference(GenericContainer<?> container) {
    this.container = container;
  }

  /** Why there can be none; null if there can. */
  static @Nullable String obstacle() {
    return DockerClientFactory.instance().isDockerAvailable() ? null : "Docker is not available";
  }

  static ContainerReference start() {
    @SuppressWarnings("resource") // close() does
    GenericContainer<?> container =
        new GenericContainer<>(IMAGE)
            .withEnv("DDB_LOCAL_TELEMETRY", "0")
            .withCommand("-jar", "DynamoDBLocal.jar", "-inMemory")
            .withExposedPorts(PORT);
    container.start();
    return new ContainerReference(container);
  }

  /** A new, empty side: DynamoDB Local keeps what belongs to different access keys apart. */
  ReferenceSide side(Origin origin) {
    URI endpoint =
        URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
    return ReferenceSide.owned(
        Endpoints.client(endpoint, "keystonedb" + sides.incrementAndGet(), origin), () -> {});
  }

  @Override
  public void close() {
    container.stop();
  }
}
