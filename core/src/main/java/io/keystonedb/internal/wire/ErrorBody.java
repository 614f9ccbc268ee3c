package io.keystonedb.internal.wire;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.json.AnswerWriter;
import io.keystonedb.internal.json.JsonOutput;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors as the service writes them. Stateless. */
final class ErrorBody {
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

  private ErrorBody() {}

  /** Writes an error; where the service says nothing, there is no text at all. */
  static void write(KeystoneException error, JsonOutput out) {
    out.beginObject().name("__type").string(error.code().qualifiedName());
    if (!error.getMessage().isEmpty()) {
      out.name(messageMember(error.code())).string(error.getMessage());
    }
    List<CancellationReason> reasons = error.cancellationReasons();
    AnswerWriter.members(
        DETAILS, new Details(error.item(), reasons.isEmpty() ? null : reasons), out);
    out.endObject();
  }

  /** Some of the service's errors spell it with a capital (service-facts 1.3). */
  private static String messageMember(ErrorCode code) {
    boolean capital =
        code == ErrorCode.SERIALIZATION
            || code == ErrorCode.TRANSACTION_CANCELED
            || code == ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH
            || code == ErrorCode.TRANSACTION_IN_PROGRESS;
    return capital ? "Message" : "message";
  }

  /** What some errors carry besides their text. */
  record Details(@Nullable Item item, @Nullable List<CancellationReason> cancellationReasons) {}
}
