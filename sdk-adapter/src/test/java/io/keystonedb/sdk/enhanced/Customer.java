package io.keystonedb.sdk.enhanced;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A bean as users write it: keys, an index, nested things, a converter and a version. */
@DynamoDbBean
public class Customer {
  private String tenant;
  private Long number;
  private String city;
  private Instant since;
  private Address address;
  private List<String> notes;
  private Set<String> tags;
  private Map<String, Integer> scores;
  private Money balance;
  private Integer version;

  static Customer of(String tenant, long number) {
    Customer customer = new Customer();
    customer.setTenant(tenant);
    customer.setNumber(number);
    return customer;
  }

  @DynamoDbPartitionKey
  public String getTenant() {
    return tenant;
  }

  public void setTenant(String tenant) {
    this.tenant = tenant;
  }

  @DynamoDbSortKey
  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }

  @DynamoDbSecondaryPartitionKey(indexNames = "by-city")
  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  @DynamoDbSecondarySortKey(indexNames = "by-city")
  public Instant getSince() {
    return since;
  }

  public void setSince(Instant since) {
    this.since = since;
  }

  public Address getAddress() {
    return address;
  }

  public void setAddress(Address address) {
    this.address = address;
  }

  public List<String> getNotes() {
    return notes;
  }

  public void setNotes(List<String> notes) {
    this.notes = notes;
  }

  public Set<String> getTags() {
    return tags;
  }

  public void setTags(Set<String> tags) {
    this.tags = tags;
  }

  public Map<String, Integer> getScores() {
    return scores;
  }

  public void setScores(Map<String, Integer> scores) {
    this.scores = scores;
  }

  @DynamoDbConvertedBy(MoneyConverter.class)
  public Money getBalance() {
    return balance;
  }

  public void setBalance(Money balance) {
    this.balance = balance;
  }

  @DynamoDbVersionAttribute
  public Integer getVersion() {
    return version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }
}
