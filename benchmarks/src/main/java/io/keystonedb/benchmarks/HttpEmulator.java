package io.keystonedb.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be measured over HTTP: a program that serves DynamoDB's protocol on a port, in memory.
 */
enum HttpEmulator {
  KEYSTONE {
    @Override
    List<String> command(int port) {
      return keystone(List.of(), List.of("--shared", "--port", "" + port));
    }
  },
  DYNALITE {
    @Override
    List<String> command(int port) {
      String program = npm("dynalite", "cli.js");
      return List.of("node", program, "--createTableMs", "0", "--port", "" + port);
    }
  },
  DYNOXIDE {
    @Override
    List<String> command(int port) {
      return List.of(npm("@dynoxide", "linux-x64", "dynoxide"), "serve", "--port", "" + port);
    }
  };

  /** The command that serves on a port of the loopback interface. */
  abstract List<String> command(int port);

  /** Starts a server, which has answered a first request, ListTables, when this returns. */
  ServerProcess start() {
    return ServerProcess.start(
        this::command, WireRequests.of(client -> client.listTables()).get(0));
  }

  /** This product with options of the JVM and of its own. */
  static List<String> keystone(List<String> flags, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-jar", System.getProperty("keystone.jar"), "serve"));
    command.addAll(options);
    return command;
  }

  private static String npm(String module, String... path) {
    return Path.of(System.getProperty("npm.modules"), module).resolve(Path.of("", path)).toString();
  }
}
