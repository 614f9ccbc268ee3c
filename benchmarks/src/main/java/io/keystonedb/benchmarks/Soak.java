package io.keystonedb.benchmarks;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Mixed load for a long time: good requests of all kinds, and in between such as were damaged at
 * random. Good ones have to be answered 200, damaged ones with any error of a client; nothing may
 * be answered 5xx or not at all, and memory and threads have to stay what they were.
 *
 * <p>A damaged request may still write an item nobody knows of. So they go to private databases, a
 * new one every minute, which the server has to drop.
 */
final class Soak {
  private static final int CLIENTS = 12;
  private static final int ITEMS = 5_000;
  private static final int PRIVATE_ITEMS = 500;
  private static final long PRIVATE_NANOS = 60_000_000_000L;
  private static final int REQUESTS_PER_CONNECTION = 500;
  private static final int ONE_DAMAGED_IN = 10;
  private static final double REPORT_SECONDS = 60;

  /** What a request that was damaged may be answered; 200 if the damage does not matter. */
  private static final Set<Integer> EXPECTED = Set.of(200, 400, 404, 408, 413, 417, 431, 501, 505);

  private final ServerProcess server;
  private final List<byte[]> requests = new ArrayList<>();
  private final List<byte[]> privateTable =
      WireRequests.of(client -> Orders.load(client, PRIVATE_ITEMS));
  private final AtomicLong good = new AtomicLong();
  private final AtomicLong damaged = new AtomicLong();
  private final AtomicInteger unexpected = new AtomicInteger();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private String privateKey = "";
  private long privateSince = System.nanoTime() - PRIVATE_NANOS;

  private Soak(ServerProcess server) {
    this.server = server;
    requests.addAll(WireRequests.of(Soak::calls));
  }

  /** The argument is for how many seconds. */
  public static void main(String[] args) throws Exception {
    byte[] first = WireRequests.of(DynamoDbClient::listTables).get(0);
    boolean clean;
    try (ServerProcess server = ServerProcess.start(Soak::command, first)) {
      server.load(WireRequests.of(client -> Orders.load(client, ITEMS)));
      clean = new Soak(server).run(Double.parseDouble(args[0]));
    }
    System.exit(clean ? 0 : 1);
  }

  /** The server; its heap is so small that it would not bear a leak for long. */
  private static List<String> command(int port) {
    return HttpEmulator.keystone(
        List.of("-Xmx256m"), List.of("--private-idle", "30", "--port", "" + port));
  }

  private static void calls(DynamoDbClient client) {
    Requests made = new Requests(ITEMS);
    made.gets(400).forEach(client::getItem);
    made.puts(400).forEach(client::putItem);
    made.updates(400).forEach(client::updateItem);
    made.queries(100).forEach(client::query);
    made.batches(40).forEach(client::batchWriteItem);
    made.transactions(200).forEach(client::transactWriteItems);
    client.scan(scan -> scan.tableName(Orders.TABLE));
    client.describeTable(describe -> describe.tableName(Orders.TABLE));
  }

  private boolean run(double seconds) throws InterruptedException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(seed + i);
      Thread client = new Thread(() -> client(random, end));
      clients.add(client);
      client.start();
    }
    double next = 0;
    for (double at = 0; at < seconds; at += 1) {
      if (at >= next) {
        report(at);
        next += REPORT_SECONDS;
      }
      Thread.sleep(1000);
    }
    for (Thread client : clients) {
      client.join();
    }
    report(seconds);
    System.out.println("answers by status " + statuses);
    System.out.println("unexpected answers " + unexpected);
    return unexpected.get() == 0;
  }

  private void report(double seconds) {
    System.out.printf(
        "%5.0f s: %,d good, %,d damaged requests, %.0f MB, %d threads, %.0f s CPU%n",
        seconds,
        good.get(),
        damaged.get(),
        server.residentMegabytes(),
        server.threads(),
        server.cpuSeconds());
  }

  private void client(Random random, long end) {
    while (System.nanoTime() < end) {
      try (RawConnection connection = server.connect()) {
        for (int i = 0; i < REQUESTS_PER_CONNECTION && System.nanoTime() < end; i++) {
          byte[] request = requests.get(random.nextInt(requests.size()));
          if (random.nextInt(ONE_DAMAGED_IN) == 0) {
            damaged(request, random);
          } else {
            RawConnection.Answer answer = connection.send(request);
            good.incrementAndGet();
            if (answer.status() != 200) {
              complain("a good request was answered " + answer);
            }
          }
        }
      } catch (IOException e) {
        complain("a good request was not answered: " + e);
      }
    }
  }

  /** The access key of the private database of the moment, which has a table. */
  private synchronized String privateKey(long now) throws IOException {
    if (now - privateSince >= PRIVATE_NANOS) {
      privateSince = now;
      privateKey = "private" + now;
      server.load(privateTable.stream().map(each -> signedBy(privateKey, each)).toList());
    }
    return privateKey;
  }

  private static byte[] signedBy(String accessKey, byte[] request) {
    return new String(request, StandardCharsets.ISO_8859_1)
        .replaceFirst("Credential=key/", "Credential=" + accessKey + "/")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Damages a request and sends it on a connection of its own, which it may cost. */
  private void damaged(byte[] request, Random random) throws IOException {
    byte[] bytes = signedBy(privateKey(System.nanoTime()), request);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 2 -> random.nextBytes(bytes);
        default -> {
          int length = random.nextInt(bytes.length - at);
          System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
        }
      }
    }
    damaged.incrementAndGet();
    try (RawConnection connection = server.connect()) {
      RawConnection.Answer answer = connection.sendLast(bytes);
      statuses.computeIfAbsent(answer.status(), status -> new AtomicLong()).incrementAndGet();
      if (!EXPECTED.contains(answer.status())) {
        complain("a damaged request was answered " + answer);
      }
    } catch (SocketException e) {
      // The system throws an answer away when we were still sending behind it.
      statuses.computeIfAbsent(0, status -> new AtomicLong()).incrementAndGet();
    } catch (IOException e) {
      complain("a damaged request was not answered: " + e);
    }
  }

  private void complain(String what) {
    if (unexpected.incrementAndGet() <= 20) {
      System.out.println(what);
    }
  }
}
