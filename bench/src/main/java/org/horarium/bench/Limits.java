package org.horarium.bench;

import java.time.Duration;

/**
 * What every contender gets.
 *
 * @param time wall-clock time for one instance
 * @param threads threads
 * @param seed seed
 * @param processor whether our engine takes the time as processor time of each thread
 */
record Limits(Duration time, int threads, long seed, boolean processor) {}
