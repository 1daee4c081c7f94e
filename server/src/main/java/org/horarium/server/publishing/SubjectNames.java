package org.horarium.server.publishing;

import java.util.Optional;
import org.horarium.server.institution.RecordNames;
import org.horarium.server.platform.NotFoundException;
import org.springframework.stereotype.Component;

/** How subjects are called. */
@Component
public class SubjectNames {
    private final RecordNames names;

    SubjectNames(RecordNames names) {
        this.names = names;
    }

    /**
     * The name of a subject.
     *
     * @throws NotFoundException if there is none with this code
     */
    public String of(Subject subject) {
        Optional<String> name = switch (subject.kind()) {
            case PERSON -> names.person(subject.code());
            case STUDENT -> names.student(subject.code());
            case GROUP -> names.group(subject.code());
            case ROOM -> names.room(subject.code());
        };
        return name.orElseThrow(() -> new NotFoundException(
                "There is no %s with the code (%s).".formatted(subject.kind().code(), subject.code())));
    }
}
