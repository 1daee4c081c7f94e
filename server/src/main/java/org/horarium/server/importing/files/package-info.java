/**
 * Files as sheets of texts: CSV, XLSX, and timetabling formats turned into the same sheets; and sheets as files. Every
 * reader is bounded in bytes, rows, columns and cells. Knows nothing of what the columns mean to the college.
 */
@NullMarked
package org.horarium.server.importing.files;

import org.jspecify.annotations.NullMarked;
