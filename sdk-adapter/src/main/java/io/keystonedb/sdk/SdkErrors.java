package io.keystonedb.sdk;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.RequestId;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.sdk.support.Reflection;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Makes the SDK's exceptions: the modeled class of an error code, or {@link DynamoDbException}
 * where the SDK in use has none.
 */
final class SdkErrors {
  /** What the SDK calls the service in its messages. */
  static final String DYNAMODB = "DynamoDb";

  /** What the SDK calls the service of streams in its messages. */
  static final String STREAMS = "DynamoDbStreams";

  private static final ConcurrentHashMap<ErrorCode, ErrorType> TYPES = new ConcurrentHashMap<>();

  private static final Structure REASON =
      Structure.of(
          CancellationReason.class,
          Member.optional("Code", new Shape.Text(List.of())),
          Member.optional("Message", new Shape.Text(List.of())),
          Member.optional("Item", new Shape.AttributeMap()));

  private static final Structure DETAILS =
      Structure.of(
          Details.class,
          Member.optional("Item", new Shape.AttributeMap()),
          Member.optional("CancellationReasons", new Shape.ListOf(REASON, List.of())));

  private SdkErrors() {}

  /**
   * The SDK's exception for an error of the engine.
   *
   * @param serviceName {@link #DYNAMODB} or {@link #STREAMS}
   * @param id of the request
   */
  static AwsServiceException toSdk(KeystoneException error, String serviceName, RequestId id) {
    ErrorCode code = error.code();
    ErrorType type = TYPES.get(code);
    if (type == null) {
      type = ErrorType.of(code);
      TYPES.put(code, type);
    }
    String requestId = id.toString();
    String text = text(error);
    AwsServiceException.Builder builder = type.builder();
    type.details(builder, error);
    builder
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(code.wireName())
                .errorMessage(text)
                .serviceName(serviceName)
                .sdkHttpResponse(
                    ResponseMetadata.http(
                        code.httpStatus(), statusText(code.httpStatus()), requestId))
                .build())
        // Old SDKs ignore this one; newer ones print it where the service sent no text.
        .message(text == null ? "Service returned error code " + code.wireName() : text)
        .requestId(requestId)
        .statusCode(code.httpStatus());
    return builder.build();
  }

  /** Null where the service sends no text, as the SDK has it then. */
  private static @Nullable String text(KeystoneException error) {
    String text = error.getMessage();
    return text == null || text.isEmpty() ? null : text;
  }

  private static String statusText(int status) {
    return status == 400 ? "Bad Request" : "Internal Server Error";
  }

  /** What some errors carry besides their text. */
  record Details(@Nullable Item item, @Nullable List<CancellationReason> cancellationReasons) {}

  /** The SDK's class for an error code. */
  private static final class ErrorType {
    private final Class<?> type;
    private final StructureMapping details;
    private final @Nullable Method numAttempts;

    private ErrorType(Class<?> type, ErrorCode code) {
      this.type = type;
      details = new StructureMapping(DETAILS, code.wireName(), "", null);
      numAttempts = numAttempts();
    }

    static ErrorType of(ErrorCode code) {
      return new ErrorType(exceptionClass(code.wireName()), code);
    }

    private static Class<?> exceptionClass(String code) {
      String name = code.endsWith("Exception") ? code : code + "Exception";
      String qualified = DynamoDbException.class.getPackageName() + "." + name;
      try {
        return Class.forName(qualified, true, DynamoDbException.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return DynamoDbException.class;
      }
    }

    /** Newer SDKs count attempts and tell so in their messages. */
    private static @Nullable Method numAttempts() {
      try {
        return AwsServiceException.Builder.class.getMethod("numAttempts", Integer.class);
      } catch (NoSuchMethodException e) {
        return null;
      }
    }

    AwsServiceException.Builder builder() {
      AwsServiceException.Builder builder =
          (AwsServiceException.Builder) Reflection.staticCall(type, "builder");
      if (numAttempts != null) {
        Reflection.invoke(numAttempts, builder, 1);
      }
      return builder;
    }

    void details(AwsServiceException.Builder builder, KeystoneException error) {
      List<CancellationReason> reasons = error.cancellationReasons();
      details.write(new Details(error.item(), reasons.isEmpty() ? null : reasons), builder);
    }
  }
}
