package org.horarium.server.institution.browse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.CursorPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The records of the college for programs. Lists take {@code q} (part of code or name), {@code limit} and {@code next};
 * a single record has its version as {@code ETag}.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "College data", description = "Everybody gets the records that their role and departments let them see.")
class InstitutionApi {
    private final Browser browser;
    private final Map<String, Catalog<?>> catalogs;

    InstitutionApi(Browser browser, List<Catalog<?>> catalogs) {
        this.browser = browser;
        this.catalogs = catalogs.stream().collect(Collectors.toMap(Catalog::path, Function.identity()));
    }

    @GetMapping({"/departments", "/batches", "/rooms", "/personnel", "/courses", "/terms"})
    @Operation(
            summary = "Records of a kind, with their parts",
            description = "Batches have their sections and subgroups, rooms their equipment, courses their templates.")
    ResponseEntity<? extends CursorPage<?>> list(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return browser.after(catalog(request), actor, q, CursorPage.Request.of(limit, next))
                .response();
    }

    @GetMapping({
        "/departments/{code}",
        "/batches/{code}",
        "/rooms/{code}",
        "/personnel/{code}",
        "/courses/{code}",
        "/terms/{code}"
    })
    @Operation(summary = "A record with its parts")
    ResponseEntity<?> one(HttpServletRequest request, Actor actor, @PathVariable String code) {
        Catalog.Versioned row = browser.one(catalog(request), actor, code);
        return ResponseEntity.ok().eTag("\"" + row.version() + "\"").body(row);
    }

    /** The kind is the second part of the address. */
    private Catalog<?> catalog(HttpServletRequest request) {
        return Objects.requireNonNull(catalogs.get(request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/", 4)[2]));
    }
}
