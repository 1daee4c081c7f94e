/** Tests of the recognition of formats. */
@NullMarked
package org.horarium.formats.file;

import org.jspecify.annotations.NullMarked;
