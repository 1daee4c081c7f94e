/**
 * Why a schedule has no timetable, and what would help: explanations made in the background, in the reader's language, and
 * remedies that are carried out with one click.
 *
 * <ul>
 *   <li>this package: what an explanation is, and {@link org.horarium.server.explanation.Explanations what can be done with
 *       one};
 *   <li>{@code words}: what the engine found, as phrases with links to records;
 *   <li>{@code remedy}: what a suggestion changes in the college's records and the schedule's pins, and carrying it out;
 *   <li>{@code store}: explanations in PostgreSQL;
 *   <li>{@code worker}: making one in the background;
 *   <li>{@code web}: REST and the tab of a schedule's page.
 * </ul>
 *
 * <p>Proofs and suggestions come from {@code org.horarium.engine.explain}. Nobody depends on this module.
 */
@ApplicationModule(
        displayName = "Explanation",
        allowedDependencies = {
            "access",
            "audit",
            "generation",
            "institution",
            "institution :: records",
            "platform",
            "schedule",
            "timetable"
        })
@NullMarked
package org.horarium.server.explanation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
