/**
 * How to have a problem solved: options, progress events, a signal to stop, and the solution. The search behind it is
 * not exported.
 */
@NullMarked
package org.horarium.engine.solve;

import org.jspecify.annotations.NullMarked;
