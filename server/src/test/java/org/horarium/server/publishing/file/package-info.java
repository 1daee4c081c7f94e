/** Tests of files. */
@NullMarked
package org.horarium.server.publishing.file;

import org.jspecify.annotations.NullMarked;
