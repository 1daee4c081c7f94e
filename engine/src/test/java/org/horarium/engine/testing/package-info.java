/** Problems for tests of the engine. */
@NullMarked
package org.horarium.engine.testing;

import org.jspecify.annotations.NullMarked;
