/**
 * The expression language: text is parsed to a tree, names and values are bound to it, the bound
 * tree is checked, and then it is evaluated on items.
 *
 * <p>{@code ExpressionParameters} is the door for operations; the trees are {@code Condition},
 * {@code Operand}, {@code Update} and {@code Projection}.
 */
package io.keystonedb.internal.expression;
