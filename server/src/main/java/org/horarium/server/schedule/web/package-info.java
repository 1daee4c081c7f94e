/** The pages and REST resources of schedules: the list, the form for a new one, and its Overview tab. */
@NullMarked
package org.horarium.server.schedule.web;

import org.jspecify.annotations.NullMarked;
