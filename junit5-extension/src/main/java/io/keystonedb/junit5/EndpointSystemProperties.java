package io.keystonedb.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * On a class with {@link KeystoneDb}: publishes the HTTP endpoint of each test in the system
 * properties that clients built by the SDK read, for code that builds its clients itself.
 *
 * <p>Set are {@code aws.endpointUrlDynamoDb} and {@code aws.endpointUrlDynamoDbStreams} (which the
 * SDK reads since 2.28), and, unless they have values, {@code aws.region}, {@code aws.accessKeyId}
 * and {@code aws.secretAccessKey}. What was there before is put back when the test has ended.
 * System properties belong to the whole JVM, so the class holds JUnit's lock on them: its tests run
 * one after the other, and not beside other tests that take the lock.
 *
 * <p>It implies {@link KeystoneDb#endpoint}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
public @interface EndpointSystemProperties {}
