/** Tests of what is told about the parts of the installation. */
@NullMarked
package org.horarium.server.platform.health;

import org.jspecify.annotations.NullMarked;
