package io.keystonedb.sdk.enhanced;

import java.math.BigDecimal;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A converter to a map of two attributes. */
public class MoneyConverter implements AttributeConverter<Money> {
  @Override
  public AttributeValue transformFrom(Money money) {
    return AttributeValue.builder()
        .m(
            Map.of(
                "amount", AttributeValue.builder().n(money.amount().toPlainString()).build(),
                "currency", AttributeValue.builder().s(money.currency()).build()))
        .build();
  }

  @Override
  public Money transformTo(AttributeValue value) {
    return new Money(new BigDecimal(value.m().get("amount").n()), value.m().get("currency").s());
  }

  @Override
  public EnhancedType<Money> type() {
    return EnhancedType.of(Money.class);
  }

  @Override
  public AttributeValueType attributeValueType() {
    return AttributeValueType.M;
  }
}
