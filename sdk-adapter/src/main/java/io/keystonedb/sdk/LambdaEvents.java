package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.internal.json.AnswerWriter;
import io.keystonedb.internal.json.JsonOutput;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * Makes of records the event that AWS Lambda hands to functions, so that a handler can be tried
 * with what a database really recorded. It differs from the answer of GetRecords: each record says
 * which stream it comes from, and the members of {@code userIdentity} begin with small letters.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using AWS Lambda with
 *     DynamoDB</a>
 */
public final class LambdaEvents {
  private static final Shape.Text TEXT = new Shape.Text(List.of());
  private static final Shape.Whole LONG = new Shape.Whole(true, List.of());
  private static final Shape.AttributeMap ITEM = new Shape.AttributeMap();

  private LambdaEvents() {}

  /**
   * The event in JSON.
   *
   * @param streamArn the stream the records were read from
   */
  public static String toJson(String streamArn, List<Record> records) {
    JsonOutput out = new JsonOutput();
    List<EventRecord> event =
        records.stream().map(record -> EventRecord.of(streamArn, record)).toList();
    AnswerWriter.write(Event.SHAPE, new Event(event), out);
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }

  record Event(List<EventRecord> records) {
    static final Structure SHAPE =
        Structure.of(
            Event.class,
            Member.required("Records", new Shape.ListOf(EventRecord.SHAPE, List.of())));
  }

  record EventRecord(
      String eventID,
      String eventName,
      String eventVersion,
      String eventSource,
      String awsRegion,
      Change dynamodb,
      @Nullable UserIdentity userIdentity,
      String eventSourceARN) {
    static final Structure SHAPE =
        Structure.of(
            EventRecord.class,
            Member.required("eventID", TEXT),
            Member.required("eventName", TEXT),
            Member.required("eventVersion", TEXT),
            Member.required("eventSource", TEXT),
            Member.required("awsRegion", TEXT),
            Member.required("dynamodb", Change.SHAPE),
            Member.optional("userIdentity", UserIdentity.SHAPE),
            Member.required("eventSourceARN", TEXT));

    static EventRecord of(String streamArn, Record record) {
      return new EventRecord(
          record.eventID(),
          record.eventNameAsString(),
          record.eventVersion(),
          record.eventSource(),
          record.awsRegion(),
          Change.of(record.dynamodb()),
          record.userIdentity() == null
              ? null
              : new UserIdentity(record.userIdentity().principalId(), record.userIdentity().type()),
          streamArn);
    }
  }

  record Change(
      Long approximateCreationDateTime,
      Item keys,
      @Nullable Item newImage,
      @Nullable Item oldImage,
      String sequenceNumber,
      Long sizeBytes,
      String streamViewType) {
    static final Structure SHAPE =
        Structure.of(
            Change.class,
            Member.required("ApproximateCreationDateTime", LONG),
            Member.required("Keys", ITEM),
            Member.optional("NewImage", ITEM),
            Member.optional("OldImage", ITEM),
            Member.required("SequenceNumber", TEXT),
            Member.required("SizeBytes", LONG),
            Member.required("StreamViewType", TEXT));

    static Change of(StreamRecord record) {
      return new Change(
          record.approximateCreationDateTime().getEpochSecond(),
          item(record.keys()),
          record.hasNewImage() ? item(record.newImage()) : null,
          record.hasOldImage() ? item(record.oldImage()) : null,
          record.sequenceNumber(),
          record.sizeBytes(),
          record.streamViewTypeAsString());
    }

    private static Item item(Map<String, AttributeValue> sdkItem) {
      Decoded<Item> item = AttributeValueReader.readItem(sdkItem);
      return item.get();
    }
  }

  record UserIdentity(String principalId, String type) {
    static final Structure SHAPE =
        Structure.of(
            UserIdentity.class,
            Member.required("principalId", TEXT),
            Member.required("type", TEXT));
  }
}
