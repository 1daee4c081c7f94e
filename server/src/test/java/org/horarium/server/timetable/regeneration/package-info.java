@org.jspecify.annotations.NullMarked
package org.horarium.server.timetable.regeneration;
