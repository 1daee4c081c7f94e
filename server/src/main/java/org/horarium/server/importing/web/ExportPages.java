package org.horarium.server.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.importing.Exports;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.platform.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tables to download: with the records, or with sample rows. */
@Controller
@RequestMapping("/admin/export")
class ExportPages {
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Exports exports;

    ExportPages(Exports exports) {
        this.exports = exports;
    }

    private static RecordKind kind(String path) {
        return RecordKind.of(path)
                .orElseThrow(() -> new NotFoundException("There are no records called " + path + "."));
    }

    @GetMapping("/{kind}.csv")
    void csv(Actor actor, @PathVariable String kind, HttpServletResponse response) throws IOException {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        RecordKind what = kind(kind);
        Downloads.begin(response, what.path() + ".csv", CSV);
        exports.csv(what, actor, new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    @GetMapping("/college.xlsx")
    void workbook(Actor actor, HttpServletResponse response) throws IOException {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Downloads.begin(response, "college.xlsx", Downloads.XLSX);
        exports.workbook(actor, response.getOutputStream());
    }

    @GetMapping("/template/{kind}.csv")
    void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
        RecordKind what = kind(kind);
        Downloads.begin(response, what.path() + ".csv", CSV);
        exports.template(what, new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    @GetMapping("/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        Downloads.begin(response, "college-template.xlsx", Downloads.XLSX);
        exports.template(response.getOutputStream());
    }
}
