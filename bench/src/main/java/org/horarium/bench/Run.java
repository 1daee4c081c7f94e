package org.horarium.bench;

import java.time.Duration;
import org.horarium.engine.verify.Score;
import org.jspecify.annotations.Nullable;

/**
 * How a contender did on an instance.
 *
 * @param score what the independent verifier says of its plan
 * @param elapsed wall-clock time used
 * @param timeToFeasible when its first plan without hard violations was there; null when there was none or it does not
 *     tell
 * @param movesPerSecond evaluated moves; 0 when it does not tell
 */
record Run(Score score, Duration elapsed, @Nullable Duration timeToFeasible, long movesPerSecond) {}
