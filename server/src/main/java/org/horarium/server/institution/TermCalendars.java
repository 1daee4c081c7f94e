package org.horarium.server.institution;

import java.time.LocalDate;
import java.util.Optional;

/** The dates of terms, as they are now. */
public interface TermCalendars {
    /** The dates of a term; nothing when there is no such term. */
    Optional<TermCalendar> of(String term);

    /** Changes whenever the dates of any term do. */
    String fingerprint();

    /** The date of today where the college is: in the time zone of the term that runs or comes next, else of the last. */
    LocalDate today();
}
