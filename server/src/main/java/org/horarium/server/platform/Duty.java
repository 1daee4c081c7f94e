package org.horarium.server.platform;

/** What a process is there for. */
public enum Duty {
    /** Serves the pages and does jobs. */
    ALL(true, true),
    /** Serves the pages; jobs are left to workers. */
    PAGES(true, false),
    /** Does jobs; has no pages, no REST and no port. */
    JOBS(false, true);

    private final boolean pages;
    private final boolean jobs;

    Duty(boolean pages, boolean jobs) {
        this.pages = pages;
        this.jobs = jobs;
    }

    /** Whether it serves pages and REST. */
    public boolean pages() {
        return pages;
    }

    /** Whether it takes jobs from the queue. */
    public boolean jobs() {
        return jobs;
    }
}
