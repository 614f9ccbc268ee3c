package io.keystonedb.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What lies between a caller and a database. */
enum Distance {
  /** A network in which a call takes about a millisecond. */
  MILLISECOND {
    @Override
    void cross() {
      LockSupport.parkNanos(1_000_000);
    }
  },
  /** Nobody listens there. */
  UNREACHABLE {
    @Override
    void cross() {
      throw SdkClientException.create("connection refused");
    }
  },
  /** Nobody answers there. */
  SILENT {
    @Override
    void cross() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  };

  abstract void cross() throws InterruptedException;

  /** A client at that distance. */
  DynamoDbClient to(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Distance.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, args) -> {
              cross();
              try {
                return method.invoke(client, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
