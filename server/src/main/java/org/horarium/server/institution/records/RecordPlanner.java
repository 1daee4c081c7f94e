package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.institution.records.ChangePlan.Planned;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.Values.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what edits would change, and everything that stands in their way. Writes nothing. */
@Component
class RecordPlanner {
    /** Faults that are told at most; more help nobody. */
    private static final int MOST_FAULTS = 1000;

    private final RecordStore store;
    private final JdbcClient jdbc;

    RecordPlanner(RecordStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    ChangePlan plan(List<RecordEdit> edits, Actor actor) {
        return new Work(actor).plan(edits);
    }

    /** One planning. */
    private final class Work {
        private final Actor actor;
        private final List<RecordFault> faults = new ArrayList<>();
        private final Map<RecordKind, Map<String, Planned>> planned = new EnumMap<>(RecordKind.class);
        private final Map<RecordKind, Map<String, @Nullable String>> owners = new EnumMap<>(RecordKind.class);

        Work(Actor actor) {
            this.actor = actor;
        }

        ChangePlan plan(List<RecordEdit> edits) {
            for (RecordKind kind : RecordKind.values()) {
                List<RecordEdit> own =
                        edits.stream().filter(edit -> edit.kind() == kind).toList();
                if (!own.isEmpty()) {
                    planKind(kind, own);
                }
            }
            planned.forEach((kind, byCode) -> {
                checkReferences(kind, byCode.values());
                byCode.values().forEach(each -> checkRights(each));
                checkMeaning(kind, byCode.values());
            });
            return new ChangePlan(
                    planned.values().stream()
                            .flatMap(byCode -> byCode.values().stream())
                            .toList(),
                    faults.stream().limit(MOST_FAULTS).toList());
        }

        private void fault(Origin origin, String column, String message) {
            faults.add(new RecordFault(origin, column, message));
        }

        private void planKind(RecordKind kind, List<RecordEdit> edits) {
            Map<String, StoredRecord> there = store.byCode(
                    kind, edits.stream().map(RecordEdit::code).distinct().toList());
            Map<String, Planned> byCode = planned.computeIfAbsent(kind, key -> new LinkedHashMap<>());
            for (RecordEdit edit : edits) {
                if (edit.code().isEmpty()) {
                    fault(edit.origin(), "code", "The code is missing. Each record needs one of its own.");
                    continue;
                }
                Planned other = byCode.get(edit.code());
                if (other != null) {
                    fault(
                            edit.origin(),
                            "code",
                            "The code (" + edit.code() + ") is there already in row "
                                    + other.origin().row() + ". Leave one of the two out.");
                    continue;
                }
                StoredRecord stored = there.get(edit.code());
                if (stored != null && stored.archived()) {
                    fault(edit.origin(), "code", "The record (" + edit.code() + ") is archived. Restore it first.");
                    continue;
                }
                Map<String, String> before = stored == null ? null : withState(kind, stored);
                Map<String, String> after = merged(kind, edit, before);
                byCode.put(edit.code(), new Planned(edit.origin(), new RecordChange(kind, edit.code(), before, after)));
            }
        }

        private Map<String, String> merged(RecordKind kind, RecordEdit edit, @Nullable Map<String, String> before) {
            Map<String, String> after = new HashMap<>();
            for (Column column : kind.editable()) {
                String given = edit.values().get(column.name());
                String value =
                        before == null ? column.fallback() : Objects.requireNonNullElse(before.get(column.name()), "");
                if (given != null) {
                    try {
                        value = Values.canonical(column, given);
                        if (value.isEmpty() && before == null) {
                            value = column.fallback();
                        }
                    } catch (Unreadable e) {
                        fault(edit.origin(), column.name(), Objects.requireNonNull(e.getMessage()));
                        value = before == null
                                ? column.fallback()
                                : Objects.requireNonNullElse(before.get(column.name()), "");
                        after.put(column.name(), value);
                        continue;
                    }
                }
                if (value.isEmpty() && column.required()) {
                    fault(edit.origin(), column.name(), "The value is missing; it is needed.");
                }
                after.put(column.name(), value);
            }
            after.put("archived", before == null ? "no" : before.getOrDefault("archived", "no"));
            return after;
        }

        /** Each code that is named must be there, or come with the same edits. */
        private void checkReferences(RecordKind kind, Collection<Planned> all) {
            for (Column column : kind.editable()) {
                if (column.refers() == null || column.type() == ColumnType.WORD || column.type() == ColumnType.WORDS) {
                    continue;
                }
                List<RecordKind> targets = targets(kind, column);
                Set<String> wanted = new LinkedHashSet<>();
                all.forEach(each -> wanted.addAll(named(each, column)));
                Set<String> known = new HashSet<>();
                for (RecordKind target : targets) {
                    known.addAll(planned.getOrDefault(target, Map.of()).keySet());
                    known.addAll(store.existing(target, wanted));
                }
                for (Planned each : all) {
                    for (String code : named(each, column)) {
                        if (!known.contains(code)) {
                            fault(
                                    each.origin(),
                                    column.name(),
                                    "There is no record (" + code + ") among the "
                                            + String.join(
                                                    " and ",
                                                    targets.stream()
                                                            .map(RecordKind::path)
                                                            .toList())
                                            + ". Enter it first, or archived ones: restore it.");
                        }
                    }
                }
            }
        }

        private static List<RecordKind> targets(RecordKind kind, Column column) {
            RecordKind target =
                    RecordKind.of(Objects.requireNonNull(column.refers())).orElseThrow();
            return kind == RecordKind.GROUPS && column.name().equals("parent")
                    ? List.of(RecordKind.BATCHES, RecordKind.GROUPS)
                    : List.of(target);
        }

        private static List<String> named(Planned each, Column column) {
            Map<String, String> after = each.change().after();
            return after == null ? List.of() : Values.references(column, after.getOrDefault(column.name(), ""));
        }

        private void checkRights(Planned each) {
            RecordChange change = each.change();
            if (actor.isAdmin() || change.status() == RecordChange.Status.UNCHANGED) {
                return;
            }
            String now = change.before() == null ? null : store.owner(change.kind(), change.code());
            String then = owner(change.kind(), change.code());
            boolean mayNow = change.before() == null || RecordStore.mayChange(change.kind(), now, actor);
            if (!mayNow || !RecordStore.mayChange(change.kind(), then, actor)) {
                fault(
                        each.origin(),
                        "",
                        change.kind().collegeWide()
                                ? "The record (" + change.code()
                                        + ") belongs to the whole college. An administrator can change it."
                                : "The record (" + change.code() + ") belongs to "
                                        + (then == null ? "no department of yours" : "the department (" + then + ")")
                                        + (mayNow ? "" : now == null ? "" : ", now to (" + now + ")")
                                        + ", and you look after "
                                        + (actor.departments().isEmpty()
                                                ? "none"
                                                : String.join(", ", actor.departments()))
                                        + ".");
            }
        }

        /** The department that will own a record, by what is planned and else by what is there. */
        private @Nullable String owner(RecordKind kind, String code) {
            Map<String, @Nullable String> known = owners.computeIfAbsent(kind, key -> new HashMap<>());
            if (known.containsKey(code)) {
                return known.get(code);
            }
            known.put(code, null);
            Planned own = planned.getOrDefault(kind, Map.of()).get(code);
            Map<String, String> after = own == null ? null : own.change().after();
            String owner;
            if (after == null) {
                owner = store.owner(kind, code);
            } else {
                owner = switch (kind) {
                    case DEPARTMENTS -> code;
                    case GROUPS -> groupOwner(after.getOrDefault("parent", ""));
                    case STUDENTS -> groupOwner(after.getOrDefault("group", ""));
                    case TEMPLATES -> owner(RecordKind.COURSES, after.getOrDefault("course", ""));
                    default -> {
                        String department = after.getOrDefault("department", "");
                        yield department.isEmpty() ? null : department;
                    }
                };
            }
            known.put(code, owner);
            return owner;
        }

        private @Nullable String groupOwner(String code) {
            boolean batch = planned.getOrDefault(RecordKind.BATCHES, Map.of()).containsKey(code)
                    || store.owner(RecordKind.BATCHES, code) != null;
            return owner(batch ? RecordKind.BATCHES : RecordKind.GROUPS, code);
        }

        private void checkMeaning(RecordKind kind, Collection<Planned> all) {
            switch (kind) {
                case TERMS -> all.forEach(this::checkTerm);
                case PERSONNEL, STUDENTS -> checkAddresses(kind, all);
                case BATCHES, GROUPS -> checkGroupCodes(kind, all);
                case TEMPLATES -> all.forEach(this::checkTemplate);
                default -> {}
            }
        }

        private void checkTerm(Planned each) {
            Map<String, String> term = Objects.requireNonNull(each.change().after());
            String first = term.getOrDefault("first_day", "");
            String last = term.getOrDefault("last_day", "");
            if (!first.isEmpty() && !last.isEmpty() && first.compareTo(last) > 0) {
                fault(each.origin(), "last_day", "The term ends (" + last + ") before it begins (" + first + ").");
            }
            String periods = Stream.of(term.getOrDefault("slots", ""), spansOfBreaks(term.getOrDefault("breaks", "")))
                    .filter(text -> !text.isEmpty())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse("");
            try {
                Values.canonical(RecordKind.TERMS.column("slots"), periods);
            } catch (Unreadable e) {
                fault(each.origin(), "breaks", "Slots and breaks: " + e.getMessage());
            }
        }

        /** {@code Lunch 12:00-13:00} becomes {@code 12:00-13:00}. */
        private static String spansOfBreaks(String breaks) {
            return breaks.isEmpty()
                    ? ""
                    : String.join(
                            "; ",
                            Stream.of(breaks.split("; ", -1))
                                    .map(entry -> entry.substring(entry.lastIndexOf(' ') + 1))
                                    .toList());
        }

        private void checkAddresses(RecordKind kind, Collection<Planned> all) {
            Map<String, String> taken = new HashMap<>();
            List<String> addresses = all.stream()
                    .map(this::address)
                    .filter(text -> !text.isEmpty())
                    .toList();
            jdbc.sql("SELECT lower(email) AS email, code FROM " + kind.table() + " WHERE lower(email) = ANY(?)")
                    .param(addresses.toArray(String[]::new))
                    .query(row -> {
                        String code = row.getString("code");
                        if (!planned.getOrDefault(kind, Map.of()).containsKey(code)) {
                            taken.put(row.getString("email"), code);
                        }
                    });
            for (Planned each : all) {
                String address = address(each);
                String other = address.isEmpty()
                        ? null
                        : taken.putIfAbsent(address, each.change().code());
                if (other != null) {
                    fault(each.origin(), "email", "The address (" + address + ") is that of (" + other + ") already.");
                }
            }
        }

        private String address(Planned each) {
            Map<String, String> after = each.change().after();
            return after == null ? "" : after.getOrDefault("email", "").toLowerCase(Locale.ROOT);
        }

        /** Batches and groups share their codes. */
        private void checkGroupCodes(RecordKind kind, Collection<Planned> all) {
            RecordKind twin = kind == RecordKind.BATCHES ? RecordKind.GROUPS : RecordKind.BATCHES;
            Set<String> taken = new HashSet<>(store.byCode(
                            twin, all.stream().map(each -> each.change().code()).toList())
                    .keySet());
            if (kind == RecordKind.GROUPS) {
                taken.addAll(planned.getOrDefault(twin, Map.of()).keySet());
            }
            for (Planned each : all) {
                if (taken.contains(each.change().code())) {
                    fault(
                            each.origin(),
                            "code",
                            "The code (" + each.change().code() + ") is taken by one of the " + twin.path()
                                    + "; they share their codes.");
                }
            }
        }

        private void checkTemplate(Planned each) {
            Map<String, String> template = Objects.requireNonNull(each.change().after());
            String after = template.getOrDefault("after", "");
            if (after.isEmpty()) {
                return;
            }
            Planned earlier =
                    planned.getOrDefault(RecordKind.TEMPLATES, Map.of()).get(after);
            String course = earlier != null && earlier.change().after() != null
                    ? earlier.change().after().getOrDefault("course", "")
                    : Stream.of(store.byCode(RecordKind.TEMPLATES, List.of(after))
                                    .get(after))
                            .filter(Objects::nonNull)
                            .map(record -> record.value("course"))
                            .findFirst()
                            .orElse("");
            if (after.equals(each.change().code())
                    || (!course.isEmpty() && !course.equals(template.getOrDefault("course", "")))) {
                fault(each.origin(), "after", "The template (" + after + ") must be another one of the same course.");
            }
        }
    }

    /** All values that a change compares: the columns, and whether it is archived. */
    static Map<String, String> withState(RecordKind kind, StoredRecord stored) {
        Map<String, String> values = new HashMap<>();
        kind.editable().forEach(column -> values.put(column.name(), stored.value(column.name())));
        values.put("archived", stored.archived() ? "yes" : "no");
        return values;
    }
}
