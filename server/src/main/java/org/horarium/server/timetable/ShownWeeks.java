package org.horarium.server.timetable;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The weeks of published timetables, written once: what is published never changes, and when a term begins hundreds look at the
 * same weeks. Which publications are in force, and who may see them, is asked anew each time and is no business of this class.
 */
@Component
public class ShownWeeks {
    /** The most that is kept, in characters of HTML; what was not looked at for the longest time goes first. */
    private static final long KEPT = 12_000_000;

    private final ITemplateEngine templates;
    private final long most;
    private final Map<Key, List<ShownWeek>> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long length;

    @Autowired
    ShownWeeks(ITemplateEngine templates) {
        this(templates, KEPT);
    }

    ShownWeeks(ITemplateEngine templates, long most) {
        this.templates = templates;
        this.most = most;
    }

    /** Everything that the weeks depend on. */
    private record Key(List<Publication> inForce, Perspective by, String whose, Locale locale) {}

    /**
     * The weeks of somebody or something.
     *
     * @param inForce what is in force; with the other parameters it has to say everything that the weeks depend on
     * @param by from which side
     * @param whose what is shown of it
     * @param locale of the texts
     * @param make makes them where they are not known yet
     */
    public List<ShownWeek> of(
            List<Publication> inForce,
            Perspective by,
            String whose,
            Locale locale,
            Supplier<List<TimetableView>> make) {
        Key key = new Key(List.copyOf(inForce), by, whose, locale);
        List<ShownWeek> known = known(key);
        if (known == null) {
            known = make.get().stream()
                    .map(view -> new ShownWeek(view, html(view, locale)))
                    .toList();
            keep(key, known);
        }
        return known;
    }

    private String html(TimetableView view, Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        return templates.process("timetable/week", new Context(locale, model));
    }

    private synchronized @Nullable List<ShownWeek> known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, List<ShownWeek> weeks) {
        if (kept.put(key, weeks) == null) {
            length += length(weeks);
        }
        Iterator<List<ShownWeek>> eldest = kept.values().iterator();
        while (length > most && eldest.hasNext()) {
            length -= length(eldest.next());
            eldest.remove();
        }
    }

    private static long length(List<ShownWeek> weeks) {
        return weeks.stream().mapToLong(week -> week.html().length()).sum();
    }
}
