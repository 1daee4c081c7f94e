/** One revision as a file: one class for each format, all from the same {@link org.horarium.server.publishing.file.Sheets}. */
@NullMarked
package org.horarium.server.publishing.file;

import org.jspecify.annotations.NullMarked;
