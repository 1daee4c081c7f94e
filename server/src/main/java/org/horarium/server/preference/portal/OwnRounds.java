package org.horarium.server.preference.portal;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Actors;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people on their home page that they are asked for their preferences. */
@Component
class OwnRounds implements HomeContributor {
    private static final int ORDER = 5;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final MessageSource messages;

    OwnRounds(JdbcClient jdbc, Actors actors, MessageSource messages) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.messages = messages;
    }

    @Override
    public List<HomeCard> cards(Locale locale) {
        Actor actor = actors.current();
        if (actor.personnelCode() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT schedule.id, schedule.name, round.deadline, round.time_zone
                        FROM preference_round round
                        JOIN schedule ON schedule.id = round.schedule_id
                        JOIN personnel ON personnel.code = ?
                        WHERE schedule.status = 'COLLECTING' AND now() < round.deadline
                          AND EXISTS (SELECT FROM schedule_eligible
                                      WHERE schedule_eligible.schedule_id = schedule.id AND personnel_id = personnel.id)
                        ORDER BY round.deadline LIMIT 3
                        """)
                .param(actor.personnelCode())
                .query((row, n) -> new HomeCard(
                        messages.getMessage("portal.home.title", null, locale),
                        messages.getMessage(
                                "portal.home.text",
                                new Object[] {
                                    row.getString("name"),
                                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                            .localizedBy(locale)
                                            .format(row.getObject("deadline", OffsetDateTime.class)
                                                    .atZoneSameInstant(ZoneId.of(row.getString("time_zone")))),
                                    row.getString("time_zone")
                                },
                                locale),
                        "sort-down",
                        "/preferences/" + row.getObject("id", UUID.class),
                        messages.getMessage("portal.home.action", null, locale),
                        ORDER))
                .list();
    }
}
