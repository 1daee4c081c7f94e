/** Tests of rounds, the portal and what becomes of what people say. */
@NullMarked
package org.horarium.server.preference;

import org.jspecify.annotations.NullMarked;
