package io.keystonedb.sdk;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Publishes the body of an answer in one piece, once it is asked for. */
final class SingleBuffer implements Publisher<ByteBuffer> {
  private final ByteBuffer body;
  private final CompletableFuture<Void> delivered;

  /**
   * A publisher for one subscriber.
   *
   * @param delivered completed when the body was taken, or nobody wants it any more
   */
  SingleBuffer(ByteBuffer body, CompletableFuture<Void> delivered) {
    this.body = body;
    this.delivered = delivered;
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    AtomicBoolean done = new AtomicBoolean();
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {
            if (!done.compareAndSet(false, true)) {
              return;
            }
            if (count <= 0) {
              subscriber.onError(
                  new IllegalArgumentException("a subscriber asks for at least one piece"));
            } else {
              subscriber.onNext(body);
              subscriber.onComplete();
            }
            delivered.complete(null);
          }

          @Override
          public void cancel() {
            done.set(true);
            delivered.complete(null);
          }
        });
  }
}
