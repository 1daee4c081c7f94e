/**
 * Horarium JSON: the college document and the timetable document as files (docs/formats.md). Names are in snake_case,
 * choices in lower case, absent values are left out. Reading is strict and tells all faults at once.
 */
@NullMarked
package org.horarium.formats.json;

import org.jspecify.annotations.NullMarked;
