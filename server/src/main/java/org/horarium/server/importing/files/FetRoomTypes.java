package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.horarium.formats.xml.XmlElement;
import org.horarium.server.importing.files.FetTemplates.Template;
import org.jspecify.annotations.Nullable;

/**
 * The lists of rooms that a FET file allows for subjects, tags and activities, as types of rooms. A room of a college has one
 * type: lists that share a room become one type together. In FET an activity without a list gets no room.
 */
final class FetRoomTypes {
    private static final Pattern LIST =
            Pattern.compile("Constraint(Activity|Subject|ActivityTag|SubjectActivityTag)PreferredRooms?");
    private static final String PLAIN = "room";

    private final FetTemplates templates;
    private final FetLedger ledger;
    private final List<XmlElement> lists = new ArrayList<>();
    private final Map<String, Set<String>> clusters = new LinkedHashMap<>();
    private final Map<String, String> typeOfRoom = new HashMap<>();
    private final Map<Template, String> typeOfTemplate = new HashMap<>();

    FetRoomTypes(FetTemplates templates, FetLedger ledger) {
        this.templates = templates;
        this.ledger = ledger;
    }

    /** Takes a constraint if it is such a list. */
    boolean take(XmlElement constraint) {
        if (!LIST.matcher(constraint.name()).matches()) {
            return false;
        }
        if (FetRules.weight(constraint) < 100) {
            ledger.left(constraint, "it is only a wish, of less than 100 %");
        } else {
            lists.add(constraint);
        }
        return true;
    }

    /** Makes the types, when all lists are there. */
    void settle() {
        Map<Template, Set<String>> wanted = new LinkedHashMap<>();
        Map<XmlElement, String> trouble = new LinkedHashMap<>();
        for (Template template : templates.all()) {
            Set<Set<String>> sets = new LinkedHashSet<>();
            List<XmlElement> own = new ArrayList<>();
            for (XmlElement activity : template.activities()) {
                sets.add(allowed(activity, own));
            }
            if (sets.size() == 1 && !sets.iterator().next().isEmpty()) {
                wanted.put(template, sets.iterator().next());
            } else if (!own.isEmpty()) {
                own.forEach(list -> trouble.put(list, "the activities of a template have different rooms"));
            }
        }
        wanted.values().forEach(this::join);
        name();
        wanted.forEach((template, set) -> {
            String type = typeOfRoom.getOrDefault(set.iterator().next(), PLAIN);
            typeOfTemplate.put(template, type);
        });
        for (XmlElement list : lists) {
            Set<String> set = roomsOf(list);
            String why = trouble.get(list);
            if (why != null) {
                ledger.left(list, why);
            } else if (set.isEmpty() || !isCovered(set, wanted)) {
                ledger.left(list, "no template has these rooms");
            } else if (!set.equals(
                    clusters.get(typeOfRoom.getOrDefault(set.iterator().next(), PLAIN)))) {
                ledger.left(list, "lists that share rooms became one type of room");
            } else {
                ledger.taken(list);
            }
        }
    }

    /** A list may have been narrowed by another one. */
    private static boolean isCovered(Set<String> set, Map<Template, Set<String>> wanted) {
        return wanted.values().stream().anyMatch(set::containsAll);
    }

    private static Set<String> roomsOf(XmlElement list) {
        Set<String> rooms = new TreeSet<>();
        list.children("Room").forEach(room -> rooms.add(Sheets.code(room.text())));
        list.children("Preferred_Room").forEach(room -> rooms.add(Sheets.code(room.text())));
        return rooms;
    }

    /** The rooms that all lists for an activity allow; empty when there is no list. */
    private Set<String> allowed(XmlElement activity, List<XmlElement> own) {
        Set<String> allowed = null;
        for (XmlElement list : lists) {
            if (isFor(list, activity)) {
                own.add(list);
                Set<String> rooms = roomsOf(list);
                if (allowed == null) {
                    allowed = rooms;
                } else {
                    allowed.retainAll(rooms);
                }
            }
        }
        return allowed == null ? Set.of() : allowed;
    }

    private static boolean isFor(XmlElement list, XmlElement activity) {
        String id = list.textOf("Activity_Id");
        String subject = list.textOf("Subject");
        String tag = list.textOf("Activity_Tag");
        boolean says = !id.isEmpty() || !subject.isEmpty() || !tag.isEmpty();
        return says
                && (id.isEmpty() || id.equals(activity.textOf("Id")))
                && (subject.isEmpty() || subject.equals(activity.textOf("Subject")))
                && (tag.isEmpty()
                        || activity.children("Activity_Tag").stream()
                                .anyMatch(own -> own.text().equals(tag)));
    }

    /** Puts a set into the cluster of those with which it shares a room. */
    private void join(Set<String> set) {
        Set<String> cluster = new TreeSet<>(set);
        List<String> joined = new ArrayList<>();
        clusters.forEach((key, other) -> {
            if (other.stream().anyMatch(set::contains)) {
                cluster.addAll(other);
                joined.add(key);
            }
        });
        joined.forEach(clusters::remove);
        clusters.put(cluster.iterator().next(), cluster);
    }

    private void name() {
        List<Set<String>> sets = List.copyOf(clusters.values());
        clusters.clear();
        Set<String> names = new HashSet<>(Set.of(PLAIN));
        for (Set<String> set : sets) {
            String first = set.iterator().next();
            String name = Sheets.word(set.size() == 1 ? "room " + first : "rooms like " + first);
            for (int i = 2; !names.add(name); i++) {
                name = Sheets.word("rooms like " + first + " " + i);
            }
            clusters.put(name, set);
            for (String room : set) {
                typeOfRoom.put(room, name);
            }
        }
    }

    /** The type of a room. */
    String ofRoom(String room) {
        return typeOfRoom.getOrDefault(room, PLAIN);
    }

    /** The type that a template needs; empty when it needs no room. */
    String ofTemplate(Template template, boolean anyRoom) {
        String type = typeOfTemplate.get(template);
        return Objects.requireNonNullElse(type, anyRoom && clusters.isEmpty() ? PLAIN : "");
    }

    /** What to tell of templates that have no list, while others have one; null when there is nothing to tell. */
    @Nullable
    String note() {
        long without = templates.all().stream()
                .filter(template -> !typeOfTemplate.containsKey(template))
                .count();
        return clusters.isEmpty() || without == 0
                ? null
                : without + " templates have no list of rooms in the file, so they need no room here, as in FET.";
    }
}
