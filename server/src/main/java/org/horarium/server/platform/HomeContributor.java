package org.horarium.server.platform;

import java.util.List;
import java.util.Locale;

/** A bean of a module that has something to say on the home page. */
public interface HomeContributor {
    /**
     * The cards for the person who is logged in; none when there is nothing for them.
     *
     * @param locale of the texts
     */
    List<HomeCard> cards(Locale locale);
}
