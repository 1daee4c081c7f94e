/** Tests of variants side by side. */
@NullMarked
package org.horarium.server.generation.compare;

import org.jspecify.annotations.NullMarked;
