package io.keystonedb.internal.wire;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.Principal;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestId;
import io.keystonedb.internal.json.AnswerWriter;
import io.keystonedb.internal.json.ConversionException;
import io.keystonedb.internal.json.JsonOutput;
import io.keystonedb.internal.json.JsonSyntaxException;
import io.keystonedb.internal.json.RequestJson;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.wire.ContentCoding.TooLargeException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * AWS JSON 1.0 as the service speaks it. Every request gets an answer, unless one is lost on
 * purpose: what is wrong with a request is never thrown. Thread-safe.
 *
 * <p>Order of checks, as observed: content type, JSON syntax of a body that is not empty, target,
 * authentication, empty body, conversion to declared types, then the operation's own.
 */
public final class WireProtocol {
  /** The largest body of a request in bytes, before and after decompression. */
  public static final int MAX_BODY = 16 * 1024 * 1024;

  private static final String JSON_1_0 = "application/x-amz-json-1.0";
  private static final String JSON = "application/json";
  private static final String FAILED = "Internal server error";
  private static final byte[] NOTHING = {};
  private static final byte[] NOT_FOUND =
      "<UnknownOperationException/>\n".getBytes(StandardCharsets.US_ASCII);

  private final EngineSource engines;
  private final Cors cors;
  private final String address;

  /**
   * The protocol in front of some engines.
   *
   * @param region the Region of the address that the service has where a request names none
   */
  public WireProtocol(EngineSource engines, String region, Cors cors) {
    this.engines = engines;
    this.cors = cors;
    address = "dynamodb." + region + ".amazonaws.com";
  }

  /**
   * The answer to a request.
   *
   * @throws AnswerLostException if the request was executed and its client is to get no answer
   */
  public WireResponse handle(WireRequest request) {
    if (request.method().equals("OPTIONS") && request.header("Origin") != null) {
      return finish(request, 200, cors.preflight(request), NOTHING, 0);
    }
    if (!request.path().equals("/")) {
      return notFound(request);
    }
    return switch (request.method()) {
      case "GET" -> health(request);
      case "POST" -> call(request);
      default -> notFound(request);
    };
  }

  /**
   * The answer to a request that could not be read to its end.
   *
   * @param request what is known of it
   * @param status that says why, such as 413
   */
  public WireResponse refusal(WireRequest request, int status) {
    return finish(request, status, new HttpHeaders(), NOTHING, 0);
  }

  private WireResponse health(WireRequest request) {
    byte[] body = ("healthy: " + address(request) + " ").getBytes(StandardCharsets.UTF_8);
    return finish(request, 200, new HttpHeaders(), body, body.length);
  }

  /** The address that a request was sent to. */
  private String address(WireRequest request) {
    return Objects.requireNonNullElse(request.header("Host"), address);
  }

  private WireResponse notFound(WireRequest request) {
    return finish(request, 404, new HttpHeaders(), NOT_FOUND, NOT_FOUND.length);
  }

  private WireResponse call(WireRequest request) {
    String mediaType = mediaType(request.header("Content-Type"));
    if (mediaType == null && request.body().length > 0 && !isForOtherService(request)) {
      return notFound(request);
    }
    int status = 200;
    JsonOutput out = new JsonOutput();
    RequestId id = RequestId.next();
    try {
      run(request, id, out);
    } catch (AnswerLostException e) {
      throw e;
    } catch (TooLargeException e) {
      return refusal(request, 413);
    } catch (KeystoneException e) {
      status = e.code().httpStatus();
      out = error(e);
    } catch (RuntimeException | StackOverflowError e) {
      status = ErrorCode.INTERNAL_SERVER_ERROR.httpStatus();
      out = error(KeystoneException.of(ErrorCode.INTERNAL_SERVER_ERROR, FAILED));
      log(request, e);
    }
    HttpHeaders headers = new HttpHeaders();
    headers.add("Content-Type", mediaType == null ? JSON_1_0 : mediaType);
    return finish(request, status, headers, out.array(), out.size(), id);
  }

  /** Clients of several services may send requests of all of them to one address. */
  private static boolean isForOtherService(WireRequest request) {
    String target = request.header("X-Amz-Target");
    return target != null && target.indexOf('.') > 0 && !target.startsWith("DynamoDB");
  }

  /**
   * The client cannot mend it and is told no more than by the service: who runs this has to know.
   */
  private static void log(WireRequest request, Throwable failure) {
    System.getLogger("io.keystonedb")
        .log(Level.ERROR, () -> request.header("X-Amz-Target") + " failed", failure);
  }

  private static JsonOutput error(KeystoneException error) {
    JsonOutput out = new JsonOutput();
    ErrorBody.write(error, out);
    return out;
  }

  /** The content type without its parameters, or null if the service does not know it. */
  private static @Nullable String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int semicolon = contentType.indexOf(';');
    String base = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    String mediaType = base.trim().toLowerCase(Locale.ROOT);
    return mediaType.equals(JSON_1_0) || mediaType.equals(JSON) ? mediaType : null;
  }

  private void run(WireRequest request, RequestId id, JsonOutput out) throws TooLargeException {
    byte[] body = body(request);
    RequestContext context;
    Operation<?, ?> operation;
    try {
      operation = operation(request);
      RequestSignature signature = RequestSignature.of(request);
      context =
          new RequestContext(
              engines.engine(request, signature),
              EntryPoint.HTTP,
              new Principal(signature.accessKey()),
              id,
              address(request));
    } catch (KeystoneException e) {
      checkSyntax(body);
      throw e;
    }
    if (body.length == 0) {
      throw malformed();
    }
    Record output = operation.callWith(context, input(operation, body));
    if (!operation.output().members().isEmpty()) {
      AnswerWriter.write(operation.output(), output, out);
    }
  }

  private static byte[] body(WireRequest request) throws TooLargeException {
    try {
      return ContentCoding.decode(request, MAX_BODY);
    } catch (IOException e) {
      throw KeystoneException.of(ErrorCode.INTERNAL_FAILURE, "");
    }
  }

  private static Operation<?, ?> operation(WireRequest request) {
    String target = request.header("X-Amz-Target");
    if (isForOtherService(request)) {
      throw KeystoneException.of(
          ErrorCode.INVALID_ACTION, "Only Amazon DynamoDB is served here: " + target);
    }
    Operation<?, ?> operation = target == null ? null : Operations.findByTarget(target);
    if (operation == null) {
      throw Operations.unknown(target == null ? "" : target.substring(target.indexOf('.') + 1));
    }
    return operation;
  }

  private static void checkSyntax(byte[] body) {
    if (body.length == 0) {
      return;
    }
    try {
      RequestJson.checkSyntax(body);
    } catch (JsonSyntaxException e) {
      throw malformed();
    }
  }

  private static Record input(Operation<?, ?> operation, byte[] body) {
    try {
      return RequestJson.read(operation.input(), operation.name() + "Input", body);
    } catch (JsonSyntaxException e) {
      throw malformed();
    } catch (ConversionException e) {
      throw KeystoneException.of(ErrorCode.SERIALIZATION, e.getMessage());
    }
  }

  /** The service says nothing of what is wrong with the syntax. */
  private static KeystoneException malformed() {
    return KeystoneException.of(ErrorCode.SERIALIZATION, "");
  }

  private WireResponse finish(
      WireRequest request, int status, HttpHeaders headers, byte[] body, int length) {
    return finish(request, status, headers, body, length, RequestId.next());
  }

  private WireResponse finish(
      WireRequest request, int status, HttpHeaders headers, byte[] body, int length, RequestId id) {
    byte[] sent = body;
    int sentLength = length;
    String coding = ContentCoding.ofAnswer(request, length);
    if (coding != null) {
      sent = ContentCoding.encode(coding, body, length);
      sentLength = sent.length;
      headers.add("Content-Encoding", coding);
    }
    CRC32 crc = new CRC32();
    crc.update(sent, 0, sentLength);
    headers
        .add("Server", "Server")
        .add("x-amzn-RequestId", id.toString())
        .add("x-amz-crc32", Long.toString(crc.getValue()));
    cors.addTo(request, headers);
    return new WireResponse(status, headers, sent, sentLength);
  }
}
