package io.keystonedb.server.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.TableSchema;
import io.keystonedb.server.KeystoneServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
class ProgramTest {
  private static final String CREATE_TABLE =
      "{'TableName':'ttt','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
          + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],'BillingMode':'PAY_PER_REQUEST'}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> answers = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "serve --port 0, 0",
    "serve --port=0 --shared, 1",
    "-port 0 -inMemory -disableTelemetry, 0",
    "-sharedDb -inMemory -port 0 -cors *, 1"
  })
  void eachAccessKeyHasADatabaseUnlessItIsShared(String arguments, int seenByTheOther) {
    int status =
        run(
            server -> {
              answers.add(call(server, "one", "CreateTable", CREATE_TABLE));
              answers.add(call(server, "other", "ListTables", "{}"));
            },
            arguments.split(" "));

    assertThat(status).isEqualTo(Program.SUCCESS);
    assertThat(text(out)).matches("KeystoneDB .* listens on http://127\\.0\\.0\\.1:\\d+\\R");
    assertThat(answers.get(0)).startsWith("200 {'TableDescription'");
    assertThat(answers.get(1))
        .isEqualTo("200 {'TableNames':[" + "'ttt'".repeat(seenByTheOther) + "]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-port 0 -delayTransientStatuses", "serve --port 0 --table-changes 3600"})
  void changesOfTablesTakeTheirTimeIfAskedTo(String arguments) {
    run(
        server -> answers.add(call(server, "one", "CreateTable", CREATE_TABLE)),
        arguments.split(" "));

    assertThat(answers.get(0)).contains("'TableStatus':'CREATING'");
  }

  @Test
  void theServerListensOnTheHostItIsTold() {
    int status =
        run(
            server -> answers.add(call(server, "one", "ListTables", "{}")),
            "serve",
            "--port",
            "0",
            "--host",
            "localhost");

    assertThat(status).isEqualTo(Program.SUCCESS);
    assertThat(text(out)).matches("KeystoneDB .* listens on http://localhost:\\d+\\R");
    assertThat(answers).containsExactly("200 {'TableNames':[]}");
  }

  @Test
  void aHostThatIsNotOfThisMachineIsRefused() {
    int status =
        run(server -> answers.add("started"), "serve", "--port", "0", "--host", "192.0.2.1");

    assertThat(status).isEqualTo(Program.FAILURE);
    assertThat(text(err)).startsWith("keystonedb: cannot listen on 192.0.2.1:0: ");
    assertThat(answers).isEmpty();
  }

  @Test
  void furtherConnectionsThanAllowedAreTurnedAway() {
    run(
        server -> {
          try (Socket only = new Socket("127.0.0.1", server.port());
              Socket further = new Socket("127.0.0.1", server.port())) {
            only.getOutputStream().write('P');
            answers.add(
                new String(further.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        "serve",
        "--port",
        "0",
        "--max-connections",
        "1");

    assertThat(answers).containsExactly("HTTP/1.1 503");
  }

  @Test
  void privateDatabasesDisappearWhenTheyWereNotUsedForTheTimeTold() {
    run(
        server -> {
          call(server, "private1", "CreateTable", CREATE_TABLE);
          call(server, "lasting1", "CreateTable", CREATE_TABLE);
          // Longer than a database may be idle and than the server takes to look.
          LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
          answers.add(call(server, "private1", "ListTables", "{}"));
          answers.add(call(server, "lasting1", "ListTables", "{}"));
        },
        "serve",
        "--port",
        "0",
        "--private-idle",
        "1");

    assertThat(answers).containsExactly("200 {'TableNames':[]}", "200 {'TableNames':['ttt']}");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3600, 1"})
  void expiredItemsStayAsLongAsTold(int seconds, int left) {
    Settings settings = CommandLine.parse(List.of("serve", "--expired-items-stay", "" + seconds));
    Database database = settings.database();
    database.createTable("users", TableSchema.create().partitionKey("id").ttl("until"));
    long past = database.clock().epochSeconds() - 60;
    database.table("users").put("a", Item.builder().number("until", past).build());

    database.clock().advance(Duration.ofSeconds(1));

    assertThat(database.table("users").scan().items()).hasSize(left);
  }

  @Test
  void onlyKnownKeysAreServedIfThereAreAny() {
    run(
        server -> answers.add(call(server, "one", "ListTables", "{}")),
        "serve",
        "--port",
        "0",
        "--auth",
        "two:secret");

    assertThat(answers.get(0)).contains("UnrecognizedClientException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start|'start' is no command: say serve, or --help",
        "serve --prot 1|'--prot' is no option of serve: see serve --help",
        "serve --port|the option is used like this: --port N",
        "serve --port=|the option is used like this: --port N",
        "serve --shared=yes|the option is used like this: --shared",
        "serve --port x|'x' is not a port: give one from 0 to 65535",
        "serve --port 65536|'65536' is not a port: give one from 0 to 65535",
        "serve --auth key|--auth takes an access key and its secret: --auth KEY:SECRET",
        "serve --tls no-such-file|cannot read no-such-file: --tls takes a PKCS#12 file",
        "serve --tls pom.xml|--tls needs the password of pom.xml in the environment variable"
            + " KEYSTONEDB_TLS_PASSWORD",
        "serve --private-idle 0|'0' is not a number of seconds: give one from 1 to 1000000",
        "--port 1|'--port' is no option of DynamoDB Local: see -help, or say serve first for ours",
        "-dbPath .|KeystoneDB keeps data in memory only so far: leave -dbPath out, or say -inMemory",
        "-optimizeDbBeforeStartup|KeystoneDB keeps data in memory only so far: leave"
            + " -optimizeDbBeforeStartup out, or say -inMemory"
      })
  void mistakesAreSaidInOneLine(String arguments, String message) {
    int status = run(server -> answers.add("started"), arguments.split(" "));

    assertThat(status).isEqualTo(Program.USAGE);
    assertThat(text(err)).isEqualToIgnoringNewLines("keystonedb: " + message);
    assertThat(answers).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsSaidInOneLine() {
    List<Integer> statuses = new ArrayList<>();
    run(
        server -> statuses.add(run(s -> {}, "serve", "--port", "" + server.port())),
        "serve",
        "--port",
        "0");

    assertThat(statuses).containsExactly(Program.FAILURE);
    assertThat(text(err)).matches("keystonedb: cannot listen on 127\\.0\\.0\\.1:\\d+: .*\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-help", "serve --help"})
  void helpNamesBothCommandLines(String arguments) {
    assertThat(run(server -> answers.add("started"), arguments.split(" "))).isZero();

    assertThat(text(out)).contains("serve [options]", "--private-idle SECONDS", "-dbPath");
    assertThat(answers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-version", "serve --version"})
  void theVersionIsShown(String arguments) {
    assertThat(run(server -> answers.add("started"), arguments.split(" "))).isZero();

    assertThat(text(out)).startsWith("KeystoneDB ");
    assertThat(answers).isEmpty();
  }

  private int run(Program.Running running, String... arguments) {
    PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Program(toOut, toErr, Map.of(), running).run(List.of(arguments));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private static String call(KeystoneServer server, String key, String operation, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.endpoint())
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("X-Amz-Date", "20261124T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20261124/us-east-1/dynamodb/aws4_request,"
                        .formatted(key)
                    + " SignedHeaders=host, Signature=abc")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      return response.statusCode() + " " + response.body().replace('"', '\'');
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
