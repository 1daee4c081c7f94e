package org.horarium.server.notification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who is logged in has chosen for the topics that can concern their role, and changing it. */
@Service
class ChosenNotices {
    /** Languages that there are texts in. */
    static final List<String> LANGUAGES = List.of("en", "de");

    private final NoticeChoices choices;
    private final AuditLog audit;

    ChosenNotices(NoticeChoices choices, AuditLog audit) {
        this.choices = choices;
        this.audit = audit;
    }

    /** The ways, topic by topic. */
    Map<Topic, Channel> of(Actor actor) {
        Map<Topic, Channel> chosen = choices.of(actor.accountId());
        Map<Topic, Channel> own = new LinkedHashMap<>();
        Topic.of(actor.role()).forEach(topic -> own.put(topic, chosen.getOrDefault(topic, topic.usual())));
        return own;
    }

    /** The language of notices and mails. */
    Locale language(Actor actor) {
        return choices.languages(List.of(actor.accountId())).getOrDefault(actor.accountId(), Locale.ENGLISH);
    }

    /**
     * Saves all of it, or nothing. A topic that is left out stays as it is.
     *
     * @param words names of channels by codes of topics
     * @throws InvalidInputException with every fault
     */
    @Transactional
    void choose(Actor actor, Map<String, String> words, String language) {
        List<InputError> errors = new ArrayList<>();
        if (!LANGUAGES.contains(language)) {
            errors.add(new InputError(
                    "/language", "There is no language (%s). There are: %s.".formatted(language, LANGUAGES)));
        }
        Map<Topic, Channel> wanted = new EnumMap<>(Topic.class);
        words.forEach((code, word) -> {
            Optional<Topic> topic = Topic.of(actor.role()).stream()
                    .filter(t -> t.code().equals(code))
                    .findFirst();
            Optional<Channel> channel = Stream.of(Channel.values())
                    .filter(c -> c.name().equals(word))
                    .findFirst();
            if (topic.isEmpty()) {
                errors.add(new InputError(
                        "/topics/" + code,
                        "No notices of the topic (%s) come to you. Yours are %s."
                                .formatted(
                                        code,
                                        Topic.of(actor.role()).stream()
                                                .map(Topic::code)
                                                .toList())));
            } else if (channel.isEmpty()) {
                errors.add(new InputError(
                        "/topics/" + code,
                        "A notice can't come by (%s). Choose one of BOTH, MAIL, APP.".formatted(word)));
            } else {
                wanted.put(topic.get(), channel.get());
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        choices.choose(actor.accountId(), wanted, Locale.forLanguageTag(language));
        audit.record(
                actor.email(), "notification.choices", "", Map.of("chosen", wanted.toString(), "language", language));
    }
}
