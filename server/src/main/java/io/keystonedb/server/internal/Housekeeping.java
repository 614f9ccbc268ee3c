package io.keystonedb.server.internal;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs tasks that keep the server in order, again and again. A task that fails is tried again the
 * next time and keeps no other from running, whatever it throws. Each distinct failure is logged
 * once. Only one thread uses it.
 */
final class Housekeeping {
  /** Failures beyond these are not logged: their messages may hold what differs every time. */
  private static final int MAX_LOGGED = 100;

  private final List<Runnable> tasks;
  private final Set<String> logged = new HashSet<>();

  Housekeeping(List<Runnable> tasks) {
    this.tasks = List.copyOf(tasks);
  }

  /** Runs each task once. */
  void run() {
    for (Runnable task : tasks) {
      try {
        task.run();
      } catch (Throwable e) {
        log(e);
      }
    }
  }

  private void log(Throwable failure) {
    try {
      if (logged.size() < MAX_LOGGED && logged.add(failure.toString())) {
        System.getLogger("io.keystonedb")
            .log(
                Level.WARNING,
                "Housekeeping of the server failed; it is tried again, and this failure is not logged again",
                failure);
      }
    } catch (Throwable e) {
      // There is nobody left to tell, such as without memory; the tasks are to go on all the same.
    }
  }
}
