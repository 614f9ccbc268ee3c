package io.keystonedb;

/**
 * The errors of the service that KeystoneDB can answer with, under the service's own names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error
 *     handling with DynamoDB</a>
 */
public enum ErrorCode {
  VALIDATION("ValidationException", Namespace.VALIDATE, 400),
  SERIALIZATION("SerializationException", Namespace.CORAL, 400),
  UNKNOWN_OPERATION("UnknownOperationException", Namespace.CORAL, 400),
  INVALID_ACTION("InvalidAction", Namespace.CORAL, 400),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", Namespace.CORAL, 400),
  INCOMPLETE_SIGNATURE("IncompleteSignatureException", Namespace.CORAL, 400),
  INVALID_SIGNATURE("InvalidSignatureException", Namespace.CORAL, 400),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", Namespace.CORAL, 400),
  ACCESS_DENIED("AccessDeniedException", Namespace.CORAL, 400),
  CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException", Namespace.DYNAMODB, 400),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", Namespace.DYNAMODB, 400),
  RESOURCE_IN_USE("ResourceInUseException", Namespace.DYNAMODB, 400),
  LIMIT_EXCEEDED("LimitExceededException", Namespace.DYNAMODB, 400),
  ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED(
      "ItemCollectionSizeLimitExceededException", Namespace.DYNAMODB, 400),
  TRANSACTION_CANCELED("TransactionCanceledException", Namespace.DYNAMODB, 400),
  TRANSACTION_CONFLICT("TransactionConflictException", Namespace.DYNAMODB, 400),
  TRANSACTION_IN_PROGRESS("TransactionInProgressException", Namespace.DYNAMODB, 400),
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatchException", Namespace.DYNAMODB, 400),
  DUPLICATE_ITEM("DuplicateItemException", Namespace.DYNAMODB, 400),
  EXPIRED_ITERATOR("ExpiredIteratorException", Namespace.DYNAMODB, 400),
  TRIMMED_DATA_ACCESS("TrimmedDataAccessException", Namespace.DYNAMODB, 400),
  INTERNAL_FAILURE("InternalFailure", Namespace.CORAL, 500),
  INTERNAL_SERVER_ERROR("InternalServerError", Namespace.DYNAMODB, 500);

  private final String wireName;
  private final Namespace namespace;
  private final int httpStatus;

  ErrorCode(String wireName, Namespace namespace, int httpStatus) {
    this.wireName = wireName;
    this.namespace = namespace;
    this.httpStatus = httpStatus;
  }

  /** The service's name of the error, such as {@code ValidationException}. */
  public String wireName() {
    return wireName;
  }

  /**
   * The qualified name on the wire, such as {@code com.amazon.coral.validate#ValidationException}.
   */
  public String qualifiedName() {
    return namespace.text + "#" + wireName;
  }

  /** The HTTP status the service answers with. */
  public int httpStatus() {
    return httpStatus;
  }

  private enum Namespace {
    DYNAMODB("com.amazonaws.dynamodb.v20120810"),
    VALIDATE("com.amazon.coral.validate"),
    CORAL("com.amazon.coral.service");

    private final String text;

    Namespace(String text) {
      this.text = text;
    }
  }
}
