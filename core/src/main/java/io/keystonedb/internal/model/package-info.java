/**
 * Structures that several operations share, under the service's names. Each is a record that holds
 * what came or goes over the wire, and its {@link io.keystonedb.internal.shape.Structure}.
 */
package io.keystonedb.internal.model;
