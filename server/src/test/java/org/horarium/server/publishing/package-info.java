/** Tests of what people take home. */
@NullMarked
package org.horarium.server.publishing;

import org.jspecify.annotations.NullMarked;
