package io.keystonedb.sdk.enhanced;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** An immutable class with a builder, as users write it. */
@DynamoDbImmutable(builder = Reading.Builder.class)
public final class Reading {
  private final String sensor;
  private final Double value;

  private Reading(Builder builder) {
    sensor = builder.sensor;
    value = builder.value;
  }

  public static Builder builder() {
    return new Builder();
  }

  @DynamoDbPartitionKey
  public String sensor() {
    return sensor;
  }

  public Double value() {
    return value;
  }

  /** Its builder. */
  public static final class Builder {
    private String sensor;
    private Double value;

    private Builder() {}

    public Builder sensor(String sensor) {
      this.sensor = sensor;
      return this;
    }

    public Builder value(Double value) {
      this.value = value;
      return this;
    }

    public Reading build() {
      return new Reading(this);
    }
  }
}
