package org.horarium.server.generation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.horarium.server.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many generation jobs there are and how long they took. */
@Component
class JobFigures implements Figures {
    private final JdbcClient jdbc;

    JobFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> read() {
        List<Figure> all = new ArrayList<>();
        jdbc.sql("""
                        select s.status, count(j.id) as jobs,
                               coalesce(sum(extract(epoch from j.completed_at - j.started_at)), 0) as seconds
                        from unnest(array['queued', 'running', 'completed', 'failed', 'cancelled', 'approved', 'rejected']) s(status)
                        left join generation_job j on j.status = s.status
                        group by s.status order by s.status
                        """).query(row -> {
            Map<String, String> tags = Map.of("kind", "timetable", "status", row.getString("status"));
            all.add(new Figure("horarium.jobs", "Jobs by where they stand.", tags, row.getDouble("jobs")));
            all.add(new Figure(
                    "horarium.jobs.seconds",
                    "Time that ended jobs took from their first beginning to their end, all together.",
                    tags,
                    row.getDouble("seconds")));
        });
        double oldest = jdbc.sql("""
                        select coalesce(max(extract(epoch from now() - created_at)), 0) from generation_job
                        where status = 'queued'
                        """).query(Double.class).single();
        all.add(new Figure(
                "horarium.jobs.oldest.queued.seconds",
                "How long the job that waits longest has been waiting.",
                Map.of("kind", "timetable"),
                oldest));
        return all;
    }
}
