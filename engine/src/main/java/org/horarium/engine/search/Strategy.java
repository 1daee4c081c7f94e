package org.horarium.engine.search;

/** What is done from the first plan to the end. */
public interface Strategy {
    /** Has the crew work until its limits are reached or nothing can get better. */
    void run(Crew crew);
}
