/**
 * The parameters from before expressions, such as {@code Expected} and {@code AttributeUpdates}:
 * each becomes the same tree as the expression that has replaced it.
 */
package io.keystonedb.internal.legacy;
