package io.keystonedb.sdk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects the body of a request that comes in pieces. */
final class BodyCollector implements Subscriber<ByteBuffer> {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> collected = new CompletableFuture<>();

  private BodyCollector() {}

  /** All bytes that a publisher has. */
  static CompletableFuture<byte[]> collect(Publisher<ByteBuffer> publisher) {
    BodyCollector collector = new BodyCollector();
    publisher.subscribe(collector);
    return collector.collected;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    body.writeBytes(bytes);
  }

  @Override
  public void onError(Throwable error) {
    collected.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    collected.complete(body.toByteArray());
  }
}
