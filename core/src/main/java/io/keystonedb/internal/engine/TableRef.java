package io.keystonedb.internal.engine;

/**
 * A table as one run of a request sees it.
 *
 * @param name as the request names it: a name or an ARN; answers repeat it
 * @param definition what is known of it
 */
public record TableRef(String name, TableDefinition definition) {}
