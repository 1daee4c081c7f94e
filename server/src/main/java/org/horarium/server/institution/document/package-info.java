/**
 * Writes a {@link org.horarium.formats.college.College} document into the tables and reads it back, one class for each
 * part of the document.
 */
@NullMarked
package org.horarium.server.institution.document;

import org.jspecify.annotations.NullMarked;
