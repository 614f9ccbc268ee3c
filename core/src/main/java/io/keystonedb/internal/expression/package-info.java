/**
 * The expression language: one sealed tree for conditions, updates, projections and key conditions,
 * and the passes over it (parse, bind, check, evaluate). Parsers and tree know nothing of each
 * other's use, so that other front ends can make the same trees.
 */
package io.keystonedb.internal.expression;
