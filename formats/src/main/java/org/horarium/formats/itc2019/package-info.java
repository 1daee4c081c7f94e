/**
 * The XML formats of the International Timetabling Competition 2019, problem and solution, as its problem description
 * says. A class becomes an event of the same id; the classes' structure becomes courses, students their demands.
 */
@NullMarked
package org.horarium.formats.itc2019;

import org.jspecify.annotations.NullMarked;
