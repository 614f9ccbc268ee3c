/**
 * PartiQL as the service speaks it: text is parsed to a {@link
 * io.keystonedb.internal.partiql.Syntax} tree, which with the values of a request becomes a {@link
 * io.keystonedb.internal.partiql.Statement} on the trees of {@code internal.expression}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL
 *     for DynamoDB</a>
 */
package io.keystonedb.internal.partiql;
