package org.horarium.server.timetable.board;

import java.util.Locale;
import org.horarium.server.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps for each person how they like to see the board. */
@Component
class Tastes {
    private final JdbcClient jdbc;

    Tastes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Taste of(Actor actor) {
        return jdbc.sql("select density, zoom from board_taste where account_id = ?")
                .param(actor.accountId())
                .query((row, n) -> new Taste(
                        Taste.Density.valueOf(row.getString("density").toUpperCase(Locale.ROOT)), row.getInt("zoom")))
                .optional()
                .orElse(Taste.USUAL);
    }

    @Transactional
    public void keep(Actor actor, Taste taste) {
        jdbc.sql("""
                insert into board_taste (account_id, density, zoom) values (?, ?, ?)
                on conflict (account_id) do update set density = excluded.density, zoom = excluded.zoom
                """)
                .params(actor.accountId(), taste.density().code(), taste.zoom())
                .update();
    }
}
