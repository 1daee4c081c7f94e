/**
 * Benchmarks: suites of instances, our engine and its peers on the same machine in the same run, and the tables that
 * docs/benchmarks.md shows. Each plan is judged by the independent verifier before it is counted.
 */
@NullMarked
package org.horarium.bench;

import org.jspecify.annotations.NullMarked;
