/**
 * Files whatever their format: {@link ProblemFormats} recognises one by its content and answers a {@link ProblemFile},
 * which also reads and writes the solutions that belong to it. A new format is one class here and one line there.
 */
@NullMarked
package org.horarium.formats.file;

import org.jspecify.annotations.NullMarked;
