/** Tests of the demo colleges. */
@NullMarked
package org.horarium.formats.demo;

import org.jspecify.annotations.NullMarked;
