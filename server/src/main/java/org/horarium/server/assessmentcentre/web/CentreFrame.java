package org.horarium.server.assessmentcentre.web;

import java.util.List;
import org.horarium.server.assessmentcentre.AssessmentCentre;

/**
 * What all tabs of a centre share.
 *
 * @param centre the centre
 * @param current path of the tab that is open
 */
record CentreFrame(AssessmentCentre centre, String current) {
    /**
     * A tab.
     *
     * @param path below the centre; empty for the first
     * @param messageKey of its text
     * @param icon name of a Bootstrap icon
     */
    record Tab(String path, String messageKey, String icon) {}

    private static final List<Tab> TABS = List.of(
            new Tab("", "centre.tab.overview", "clipboard-data"),
            new Tab("plan", "centre.tab.plan", "bar-chart-steps"),
            new Tab("people", "centre.tab.people", "grid-3x3-gap"),
            new Tab("day", "centre.tab.day", "stopwatch"),
            new Tab("sheets", "centre.tab.sheets", "printer"),
            new Tab("edit", "centre.tab.edit", "pencil-square"));

    /** All tabs. */
    public List<Tab> tabs() {
        return TABS;
    }
}
