/**
 * Assessment centres: somebody says who is assessed in what, a worker plans the days, and on the day itself the plan is
 * followed and repaired.
 *
 * <ul>
 *   <li>this package: what a centre, a job, a plan and a mark are, and what people can do with them;
 *   <li>{@code store}: all of it in PostgreSQL;
 *   <li>{@code worker}: an attempt at a planning job; survives being killed;
 *   <li>{@code view}: a plan as pictures and tables: by whom, where, and who assessed whom;
 *   <li>{@code sheet}: the same on paper and in calendars;
 *   <li>{@code web}: REST and pages.
 * </ul>
 *
 * <p>The rules of planning and repair are the library's ({@code org.horarium.assessment}); here is who may do what and
 * what is kept. It knows nothing of courses and timetables.
 */
@ApplicationModule(
        displayName = "Assessment centres",
        allowedDependencies = {"access", "audit", "institution", "platform"})
@NullMarked
package org.horarium.server.assessmentcentre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
