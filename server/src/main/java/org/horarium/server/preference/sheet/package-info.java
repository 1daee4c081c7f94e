/**
 * The sheet that one person fills for one round: what can be said in it, the draft, what was submitted. Every write looks at
 * the deadline in its own transaction. Knows nothing of links and pages.
 */
@NullMarked
package org.horarium.server.preference.sheet;

import org.jspecify.annotations.NullMarked;
