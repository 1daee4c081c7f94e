/** Tests of {@link org.horarium.server.preference.round}. */
@NullMarked
package org.horarium.server.preference.round;

import org.jspecify.annotations.NullMarked;
