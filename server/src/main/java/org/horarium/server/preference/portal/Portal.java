package org.horarium.server.preference.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.RateLimiter;
import org.horarium.server.platform.TooManyRequestsException;
import org.horarium.server.preference.round.Links;
import org.horarium.server.preference.round.RoundBook;
import org.horarium.server.preference.round.Rounds;
import org.horarium.server.preference.sheet.PreferenceSheets;
import org.horarium.server.preference.sheet.Sheet;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who may come in, by a link or by their own account. */
@Service
class Portal {
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Wrong links from one address; a whole university may share one. */
    static final int MAX_WRONG = 60;

    private final Links links;
    private final PreferenceSheets sheets;
    private final RoundBook book;
    private final Rounds rounds;
    private final Actors actors;
    private final RateLimiter limiter;
    private final JdbcClient jdbc;

    Portal(
            Links links,
            PreferenceSheets sheets,
            RoundBook book,
            Rounds rounds,
            Actors actors,
            RateLimiter limiter,
            JdbcClient jdbc) {
        this.links = links;
        this.sheets = sheets;
        this.book = book;
        this.rounds = rounds;
        this.actors = actors;
        this.limiter = limiter;
        this.jdbc = jdbc;
    }

    /**
     * The sheet to which a token leads. All that is wrong with a token looks the same.
     *
     * @throws NotFoundException when it leads nowhere
     * @throws TooManyRequestsException when there were too many wrong ones from this address
     */
    Links.Target target(UUID schedule, String token, HttpServletRequest request) {
        String key = "preference-link:" + request.getRemoteAddr();
        if (limiter.current(key) >= MAX_WRONG) {
            throw new TooManyRequestsException(
                    "Too many wrong links were tried from your address. Wait " + WINDOW.toMinutes() + " minutes.",
                    WINDOW);
        }
        Optional<Links.Target> target = links.target(schedule, token);
        if (target.isEmpty()) {
            limiter.count(key, WINDOW);
            throw missing();
        }
        return target.get();
    }

    /** One and the same for every page that leads nowhere. */
    static NotFoundException missing() {
        return new NotFoundException("There is nothing at this address.");
    }

    /** A sheet, if its person can still be asked for anything in the schedule; else nothing. */
    Optional<Sheet> sheet(UUID id) {
        Sheet sheet = sheets.get(id);
        return book.isAsked(sheet.schedule(), sheet.person().id()) ? Optional.of(sheet) : Optional.empty();
    }

    /** The person whom the account of this request belongs to, when it belongs to one and there is a round; by code. */
    @Nullable
    String ownCode(UUID schedule) {
        Actor actor = actors.currentOrNull();
        return actor == null || rounds.find(new ScheduleId(schedule)).isEmpty() ? null : actor.personnelCode();
    }

    /** Whether somebody can be asked for anything in a schedule. */
    boolean isAsked(UUID schedule, String personCode) {
        return jdbc.sql("SELECT id FROM personnel WHERE code = ?")
                .param(personCode)
                .query(UUID.class)
                .optional()
                .filter(person -> book.isAsked(new ScheduleId(schedule), person))
                .isPresent();
    }

    /** Notes that somebody has pressed Continue, for the first time. */
    void opened(UUID sheet) {
        jdbc.sql("UPDATE preference_sheet SET opened_at = now() WHERE id = ? AND opened_at IS NULL")
                .param(sheet)
                .update();
    }
}
