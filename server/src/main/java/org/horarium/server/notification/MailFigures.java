package org.horarium.server.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.server.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies in the outbox. */
@Component
class MailFigures implements Figures {
    private final JdbcClient jdbc;

    MailFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> read() {
        List<Figure> all = new ArrayList<>();
        for (MailStatus status : MailStatus.values()) {
            double mails = jdbc.sql("select count(*) from mail where status = ?")
                    .param(status.name())
                    .query(Double.class)
                    .single();
            all.add(new Figure(
                    "horarium.mail",
                    "Mails by where they stand; WAITING is the backlog of the outbox.",
                    Map.of("status", status.name().toLowerCase(Locale.ROOT)),
                    mails));
        }
        double oldest = jdbc.sql("""
                        select coalesce(max(extract(epoch from now() - created_at)), 0) from mail
                        where status in ('WAITING', 'SENDING')
                        """).query(Double.class).single();
        all.add(new Figure(
                "horarium.mail.oldest.waiting.seconds",
                "How long the mail that waits longest has been waiting.",
                Map.of(),
                oldest));
        return all;
    }
}
