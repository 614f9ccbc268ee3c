package com.amazonaws.services.dynamodbv2.local.main;

import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.keystonedb.local.LocalOptions;
import io.keystonedb.server.Main;
import org.apache.commons.cli.ParseException;

/** Makes servers from DynamoDB Local's command line. */
public class ServerRunner {
  /** The program: serves until the process is told to end. */
  public static void main(String[] arguments) throws Exception {
    Main.main(arguments);
  }

  /**
   * A server that is not started yet.
   *
   * @param arguments such as {@code -inMemory -port 8000}
   * @throws ParseException if there is a mistake; the message says what to do about it
   */
  public static DynamoDBProxyServer createServerFromCommandLineArgs(String[] arguments)
      throws ParseException {
    return new DynamoDBProxyServer(LocalOptions.parse(arguments)) {};
  }
}
