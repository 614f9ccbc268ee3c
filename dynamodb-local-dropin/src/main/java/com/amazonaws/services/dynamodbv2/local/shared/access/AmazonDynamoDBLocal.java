package com.amazonaws.services.dynamodbv2.local.shared.access;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import io.keystonedb.local.LocalDynamoDb;

/** An embedded database and its clients, those of SDK v1 included for projects that have it. */
public interface AmazonDynamoDBLocal extends LocalDynamoDb {
  /** A client of SDK v1; it goes through an endpoint on the loopback interface. */
  AmazonDynamoDB amazonDynamoDB();

  /** A client of SDK v1 for streams; it goes through an endpoint on the loopback interface. */
  AmazonDynamoDBStreams amazonDynamoDBStreams();
}
