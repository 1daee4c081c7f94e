package org.horarium.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.server.platform.NumberedPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail for administrators: everything, the newest first, found by any word. Security lets in nobody else. */
@Controller
class AuditPages {
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};
    private static final String WHERE = """
            where (:like = '%%' or actor ilike :like or action ilike :like or subject ilike :like or detail::text ilike :like)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditPages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * An entry.
     *
     * @param at when
     * @param actor who
     * @param action what
     * @param subject to what; may be empty
     * @param detail more values
     */
    record Row(Instant at, String actor, String action, String subject, List<String> detail) {}

    @GetMapping("/admin/audit")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public String list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        String like = "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        long total = jdbc.sql("select count(*) from audit_entry " + WHERE)
                .param("like", like)
                .query(Long.class)
                .single();
        NumberedPage.Place place = NumberedPage.place(page, total);
        List<Row> rows = jdbc.sql("select * from audit_entry " + WHERE + "order by id desc limit :limit offset :offset")
                .param("like", like)
                .param("limit", NumberedPage.SIZE)
                .param("offset", place.offset())
                .query((row, n) -> new Row(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        new TreeMap<>(json.readValue(row.getString("detail"), DETAIL))
                                .entrySet().stream()
                                        .map(e -> e.getKey() + ": " + e.getValue())
                                        .toList()))
                .list();
        model.addAttribute("q", q);
        model.addAttribute("page", new NumberedPage<>(rows, place.number(), total));
        return "audit/list";
    }
}
