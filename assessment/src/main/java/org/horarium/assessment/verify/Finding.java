package org.horarium.assessment.verify;

import java.util.List;

/**
 * A broken rule.
 *
 * @param rule which
 * @param sessions keys of the sessions involved, see {@link org.horarium.assessment.model.Session#key()}
 * @param subject id of the person, room, group or assessment that it is about
 * @param message for people: who, where, when
 */
public record Finding(Rule rule, List<String> sessions, String subject, String message) {
    public Finding {
        sessions = List.copyOf(sessions);
    }
}
