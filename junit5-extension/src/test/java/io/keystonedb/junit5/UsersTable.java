package io.keystonedb.junit5;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A composed annotation. */
@Retention(RetentionPolicy.RUNTIME)
@KeystoneDb(tables = @Table(name = "users", partitionKey = "id"), seed = "users.json")
@interface UsersTable {}
