/** Tests of the worker. */
@NullMarked
package org.horarium.server.generation.worker;

import org.jspecify.annotations.NullMarked;
