package org.horarium.server.timetable.board;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.engine.verify.HardRule;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionFindings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board's conflicts, for those who decide about a revision. What they read is never older than the data. */
@Component
class DraftFindings implements RevisionFindings {
    private static final Where ANYWHERE = new Where(null, null, null, null, null, null);

    private final OpenDrafts drafts;
    private final BoardStore store;
    private final MessageSource messages;

    DraftFindings(OpenDrafts drafts, BoardStore store, MessageSource messages) {
        this.drafts = drafts;
        this.store = store;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> of(Revision revision, Locale locale) {
        OpenDraft draft = drafts.fresh(revision);
        List<Acknowledged> insisted = store.acknowledged(revision.id());
        Set<String> known = insisted.stream().map(Acknowledged::activity).collect(Collectors.toSet());
        Stream<Finding> missing = draft.verdict().violations().stream()
                .filter(violation -> violation.rule() == HardRule.PLACED)
                .filter(violation -> violation.events().stream().noneMatch(known::contains))
                .map(violation -> new Finding(Conflicts.Kind.PLACE.code(), violation.message(), false, ""));
        Stream<Finding> broken = new Conflicts(draft, new Wording(draft, messages, locale), ANYWHERE)
                .of(insisted).stream().map(c -> new Finding(c.kind(), c.text(), c.acknowledged(), c.show()));
        return Stream.concat(missing, broken)
                .sorted(Comparator.comparing(Finding::acknowledged))
                .toList();
    }
}
