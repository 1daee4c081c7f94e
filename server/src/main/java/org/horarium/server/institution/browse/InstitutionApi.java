package org.horarium.server.institution.browse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final DepartmentCatalog departments;
    private final BatchCatalog batches;
    private final RoomCatalog rooms;
    private final PersonnelCatalog personnel;
    private final CourseCatalog courses;
    private final TermCatalog terms;

    InstitutionApi(
            Browser browser,
            DepartmentCatalog departments,
            BatchCatalog batches,
            RoomCatalog rooms,
            PersonnelCatalog personnel,
            CourseCatalog courses,
            TermCatalog terms) {
        this.browser = browser;
        this.departments = departments;
        this.batches = batches;
        this.rooms = rooms;
        this.personnel = personnel;
        this.courses = courses;
        this.terms = terms;
    }

    @GetMapping("/departments")
    @Operation(summary = "Departments with what they own")
    ResponseEntity<CursorPage<DepartmentCatalog.Row>> departments(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(departments, actor, q, limit, next);
    }

    @GetMapping("/departments/{code}")
    @Operation(summary = "A department")
    ResponseEntity<DepartmentCatalog.Row> department(Actor actor, @PathVariable String code) {
        DepartmentCatalog.Row row = browser.one(departments, actor, code);
        return one(row, row.version());
    }

    @GetMapping("/batches")
    @Operation(summary = "Batches with their sections and subgroups")
    ResponseEntity<CursorPage<BatchCatalog.Row>> batches(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(batches, actor, q, limit, next);
    }

    @GetMapping("/batches/{code}")
    @Operation(summary = "A batch")
    ResponseEntity<BatchCatalog.Row> batch(Actor actor, @PathVariable String code) {
        BatchCatalog.Row row = browser.one(batches, actor, code);
        return one(row, row.version());
    }

    @GetMapping("/rooms")
    @Operation(summary = "Rooms with their equipment; staff get their departments' and all shared ones")
    ResponseEntity<CursorPage<RoomCatalog.Row>> rooms(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(rooms, actor, q, limit, next);
    }

    @GetMapping("/rooms/{code}")
    @Operation(summary = "A room")
    ResponseEntity<RoomCatalog.Row> room(Actor actor, @PathVariable String code) {
        RoomCatalog.Row row = browser.one(rooms, actor, code);
        return one(row, row.version());
    }

    @GetMapping("/personnel")
    @Operation(summary = "Personnel with roles, limits and unavailability; teachers get themselves")
    ResponseEntity<CursorPage<PersonnelCatalog.Row>> personnel(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(personnel, actor, q, limit, next);
    }

    @GetMapping("/personnel/{code}")
    @Operation(summary = "A person")
    ResponseEntity<PersonnelCatalog.Row> person(Actor actor, @PathVariable String code) {
        PersonnelCatalog.Row row = browser.one(personnel, actor, code);
        return one(row, row.version());
    }

    @GetMapping("/courses")
    @Operation(summary = "Courses with their activity templates and the number of weekly activities")
    ResponseEntity<CursorPage<CourseCatalog.Row>> courses(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(courses, actor, q, limit, next);
    }

    @GetMapping("/courses/{code}")
    @Operation(summary = "A course")
    ResponseEntity<CourseCatalog.Row> course(Actor actor, @PathVariable String code) {
        CourseCatalog.Row row = browser.one(courses, actor, code);
        return one(row, row.version());
    }

    @GetMapping("/terms")
    @Operation(summary = "Terms with their weekly grid and holidays")
    ResponseEntity<CursorPage<TermCatalog.Row>> terms(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String next) {
        return list(terms, actor, q, limit, next);
    }

    @GetMapping("/terms/{code}")
    @Operation(summary = "A term")
    ResponseEntity<TermCatalog.Row> term(Actor actor, @PathVariable String code) {
        TermCatalog.Row row = browser.one(terms, actor, code);
        return one(row, row.version());
    }

    private <T> ResponseEntity<CursorPage<T>> list(
            Catalog<T> catalog, Actor actor, String q, @Nullable Integer limit, @Nullable String next) {
        return browser.after(catalog, actor, q, CursorPage.Request.of(limit, next))
                .response();
    }

    private static <T> ResponseEntity<T> one(T row, long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(row);
    }
}
