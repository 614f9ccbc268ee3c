package io.keystonedb.sdk;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestId;
import io.keystonedb.internal.operation.Operation;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.sdk.support.ClientOperations;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * An operation as a method of an SDK client: request in, answer or the SDK's exception out. What it
 * knows of both shapes is found out at its first call. Thread-safe.
 */
final class SdkOperation {
  private final Class<? extends SdkResponse> responseType;
  private final String serviceName;
  private final String name;
  private volatile @Nullable Mappings mappings;

  /**
   * An operation.
   *
   * @param method of a client, whose first parameter is the request
   */
  SdkOperation(Method method) {
    name = ClientOperations.name(method);
    serviceName =
        method.getDeclaringClass().getPackageName().endsWith(".streams")
            ? SdkErrors.STREAMS
            : SdkErrors.DYNAMODB;
    responseType = ClientOperations.responseType(method);
  }

  /**
   * Runs the operation.
   *
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException with the service's error
   * @throws SdkClientException if the answer is lost on purpose
   */
  SdkResponse call(Engine engine, SdkPojo request) {
    RequestContext context = RequestContext.anonymous(engine, EntryPoint.SDK);
    try {
      Mappings resolved = mappings();
      Record answer = resolved.operation.callWith(context, resolved.input.toRecord(request));
      return resolved.answer(answer, context.id());
    } catch (KeystoneException e) {
      throw SdkErrors.toSdk(e, serviceName, context.id());
    } catch (AnswerLostException e) {
      throw SdkClientException.create(
          "Unable to execute HTTP request: the connection was closed", e);
    }
  }

  private Mappings mappings() {
    Mappings resolved = mappings;
    if (resolved == null) {
      Operation<?, ?> operation = Operations.find(name);
      if (operation == null) {
        throw Operations.unknown(name);
      }
      resolved = new Mappings(operation, ResponseMetadata.prototype(responseType));
      mappings = resolved;
    }
    return resolved;
  }

  /** Both directions, and an empty answer that says it came with status 200. */
  private static final class Mappings {
    private final Operation<?, ?> operation;
    private final StructureMapping input;
    private final StructureMapping output;
    private final SdkResponse prototype;

    Mappings(Operation<?, ?> operation, SdkResponse prototype) {
      this.operation = operation;
      input = new StructureMapping(operation.input(), operation.name(), "", null);
      output = new StructureMapping(operation.output(), operation.name(), "", null);
      this.prototype = prototype;
    }

    SdkResponse answer(Record answer, RequestId id) {
      // Copying an empty answer needs no reflection, unlike the static builder() of its class.
      AwsResponse.Builder builder = (AwsResponse.Builder) prototype.toBuilder();
      output.write(answer, (SdkPojo) builder);
      return builder.responseMetadata(ResponseMetadata.of(id)).build();
    }
  }
}
