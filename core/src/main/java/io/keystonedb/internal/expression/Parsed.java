package io.keystonedb.internal.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression. Immutable, so that it can be cached and shared.
 *
 * @param tree the tree with its placeholders; meaningless if there is a problem
 * @param names the {@code #name}s that occur, in order
 * @param values the {@code :value}s that occur, in order
 * @param nestedPaths the paths that lead into documents, in order, with their placeholders
 * @param earlyProblem an error to report before undefined names and values, or null
 * @param lateProblem an error to report after them, or null
 */
record Parsed<T>(
    T tree,
    Set<String> names,
    Set<String> values,
    List<Path> nestedPaths,
    @Nullable String earlyProblem,
    @Nullable String lateProblem) {}
