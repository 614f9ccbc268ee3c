package io.keystonedb.sdk.enhanced;

import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** A nested bean. */
@DynamoDbBean
public class Address {
  private String street;
  private Boolean billing;

  static Address of(String street, boolean billing) {
    Address address = new Address();
    address.setStreet(street);
    address.setBilling(billing);
    return address;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public Boolean getBilling() {
    return billing;
  }

  public void setBilling(Boolean billing) {
    this.billing = billing;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that
        && Objects.equals(street, that.street)
        && Objects.equals(billing, that.billing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(street, billing);
  }
}
