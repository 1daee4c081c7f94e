package org.horarium.server.approval;

import java.util.Optional;
import org.horarium.server.access.Accounts;
import org.horarium.server.timetable.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of the last step, with the name of who took it. */
@Component
class Standings implements Standing.Source {
    private final WorkflowStore store;
    private final Accounts accounts;

    Standings(WorkflowStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> of(long revision) {
        return store.last(revision)
                .map(step -> new Standing(
                        step.to(),
                        accounts.contact(step.actor())
                                .map(Accounts.Contact::name)
                                .orElse(step.actor()),
                        step.at()));
    }
}
