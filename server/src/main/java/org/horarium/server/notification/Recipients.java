package org.horarium.server.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.server.access.AccountLinks;
import org.horarium.server.notification.Addressee.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds for people to be told something: their account, their address, their language, and the ways they want. */
@Component
class Recipients {
    private final AccountLinks accounts;
    private final NoticeChoices choices;

    Recipients(AccountLinks accounts, NoticeChoices choices) {
        this.accounts = accounts;
        this.choices = choices;
    }

    /**
     * Somebody who will be told.
     *
     * @param who as given
     * @param account whose inbox; null when the person has no account
     * @param address where mail goes; null when there is none
     * @param locale of the texts
     * @param mail whether to mail
     * @param app whether to put it into the inbox
     */
    record Recipient(
            Addressee who,
            @Nullable Long account,
            @Nullable String address,
            Locale locale,
            boolean mail,
            boolean app) {}

    /** All of them who can be reached by a way that they want, each once, in the given order. */
    List<Recipient> of(Topic topic, Collection<Addressee> people) {
        Map<Known, AccountLinks.Linked> linked = linked(people);
        List<Long> ids =
                linked.values().stream().map(AccountLinks.Linked::id).distinct().toList();
        Map<Long, Channel> channels = choices.channels(topic, ids);
        Map<Long, Locale> languages = choices.languages(ids);
        Set<String> unsubscribed = choices.unsubscribed(
                topic,
                people.stream()
                        .map(who -> address(who, linked.get(Known.of(who))))
                        .toList());
        List<Recipient> recipients = new ArrayList<>();
        for (Addressee who : people) {
            AccountLinks.Linked account = linked.get(Known.of(who));
            String address = address(who, account);
            boolean refused = address != null && unsubscribed.contains(address.toLowerCase(Locale.ROOT));
            Channel channel = account == null ? Channel.MAIL : channels.get(account.id());
            if (channel == null) {
                channel = refused ? Channel.APP : topic.usual();
            }
            boolean mail = address != null && channel.mail() && !(account == null && refused);
            boolean app = account != null && channel.app();
            if (mail || app) {
                recipients.add(new Recipient(
                        who,
                        account == null ? null : account.id(),
                        address,
                        account == null ? Locale.ENGLISH : languages.getOrDefault(account.id(), Locale.ENGLISH),
                        mail,
                        app));
            }
        }
        return recipients;
    }

    private static @Nullable String address(Addressee who, AccountLinks.@Nullable Linked account) {
        return who.email() != null ? who.email() : account == null ? null : account.login();
    }

    /** How a person is known. */
    private record Known(Kind kind, String key) {
        static Known of(Addressee who) {
            return new Known(who.kind(), who.key());
        }
    }

    /** The account of each person who has one; of several the oldest. */
    private Map<Known, AccountLinks.Linked> linked(Collection<Addressee> people) {
        Map<Known, AccountLinks.Linked> linked = new HashMap<>();
        accounts.of(keys(people, Kind.LOGIN), keys(people, Kind.PERSON), keys(people, Kind.STUDENT))
                .forEach(account -> {
                    linked.putIfAbsent(new Known(Kind.LOGIN, account.login()), account);
                    if (account.personnelCode() != null) {
                        linked.putIfAbsent(new Known(Kind.PERSON, account.personnelCode()), account);
                    }
                    if (account.studentCode() != null) {
                        linked.putIfAbsent(new Known(Kind.STUDENT, account.studentCode()), account);
                    }
                });
        return linked;
    }

    private static List<String> keys(Collection<Addressee> people, Kind kind) {
        return people.stream()
                .filter(who -> who.kind() == kind)
                .map(Addressee::key)
                .toList();
    }
}
