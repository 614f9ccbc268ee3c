package io.keystonedb.benchmarks;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import net.bytebuddy.agent.Installer;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Counts what the memory store of this JVM does. It adds a counter to the store's methods while
 * their classes are loaded, so that the product itself has none.
 */
public final class StoreCounters {
  private static final String MEMORY = "io.keystonedb.internal.storage.memory.";
  private static final AtomicLongArray COUNTS = new AtomicLongArray(Kind.values().length);

  /** What is counted. */
  public enum Kind {
    /** Snapshots, transactions, and what is asked of them. */
    REQUESTS("requests to the store"),
    /** Entries that cursors were moved to, and the attempts to move beyond the last. */
    ENTRIES("entries walked"),
    /** Nodes of the tree whose keys were searched, and leaves that cursors entered. */
    NODES("tree nodes visited");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private StoreCounters() {}

  /** The flags of a JVM that counts. */
  static List<String> jvmFlags() {
    return List.of("-javaagent:" + jarOf(Installer.class));
  }

  private static Path jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** Adds the counters; before the first database is made. */
  static void install() {
    Instrumentation instrumentation = Installer.getInstrumentation();
    new AgentBuilder.Default()
        .type(named(MEMORY + "MemoryStore"))
        .transform(counting(Request.class, namedOneOf("snapshot", "write")))
        .type(namedOneOf(MEMORY + "MemorySnapshot", MEMORY + "MemoryTxn"))
        .transform(
            counting(
                Request.class,
                namedOneOf("get", "range", "measure", "put", "remove", "removeRange")))
        .type(named(MEMORY + "TreeCursor"))
        .transform(counting(Entry.class, named("next")))
        .transform(counting(Visit.class, named("enter")))
        .type(named(MEMORY + "Keys"))
        .transform(counting(Visit.class, named("search")))
        .installOn(instrumentation);
  }

  private static AgentBuilder.Transformer counting(
      Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
    return (builder, type, loader, module, domain) -> builder.visit(Advice.to(advice).on(methods));
  }

  /** How often something was done so far. */
  static long count(Kind kind) {
    return COUNTS.get(kind.ordinal());
  }

  /** Called by the methods that are counted. */
  public static void add(Kind kind) {
    COUNTS.incrementAndGet(kind.ordinal());
  }

  /** Put in front of methods. */
  private static final class Request {
    @Advice.OnMethodEnter
    static void enter() {
      StoreCounters.add(Kind.REQUESTS);
    }
  }

  /** Put in front of methods. */
  private static final class Entry {
    @Advice.OnMethodEnter
    static void enter() {
      StoreCounters.add(Kind.ENTRIES);
    }
  }

  /** Put in front of methods. */
  private static final class Visit {
    @Advice.OnMethodEnter
    static void enter() {
      StoreCounters.add(Kind.NODES);
    }
  }
}
