package org.horarium.server.notification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be told by which way, and in which language. */
@Repository
class NoticeChoices {
    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What some accounts have chosen for a topic; those who have not chosen are missing. */
    Map<Long, Channel> channels(Topic topic, Collection<Long> accounts) {
        return jdbc
                .sql(
                        "SELECT account_id, channel FROM notice_choice WHERE topic = :topic AND account_id = ANY(:accounts)")
                .param("topic", topic.code())
                .param("accounts", accounts.toArray(new Long[0]))
                .query((row, n) -> Map.entry(row.getLong("account_id"), Channel.valueOf(row.getString("channel"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What an account has chosen; the topic's usual way where it has not. */
    Map<Topic, Channel> of(long account) {
        Map<Topic, Channel> chosen = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            chosen.put(topic, topic.usual());
        }
        jdbc.sql("SELECT topic, channel FROM notice_choice WHERE account_id = ?")
                .param(account)
                .query((row, n) ->
                        Map.entry(Topic.of(row.getString("topic")), Channel.valueOf(row.getString("channel"))))
                .list()
                .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        return chosen;
    }

    /** The languages that some accounts have chosen. */
    Map<Long, Locale> languages(Collection<Long> accounts) {
        return jdbc
                .sql("SELECT account_id, language FROM notice_language WHERE account_id = ANY(?)")
                .param(accounts.toArray(new Long[0]))
                .query((row, n) ->
                        Map.entry(row.getLong("account_id"), Locale.forLanguageTag(row.getString("language"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of some addresses want no mail about a topic, in lower case. */
    Set<String> unsubscribed(Topic topic, Collection<? extends @Nullable String> addresses) {
        return new HashSet<>(jdbc.sql(
                        "SELECT address::text FROM mail_unsubscription WHERE topic = :topic AND address = ANY(:addresses)")
                .param("topic", topic.code())
                .param(
                        "addresses",
                        addresses.stream()
                                .filter(Objects::nonNull)
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Saves what an account wants. */
    @Transactional
    void choose(long account, Map<Topic, Channel> chosen, Locale language) {
        chosen.forEach((topic, channel) -> choose(account, topic, channel));
        jdbc.sql("""
                        INSERT INTO notice_language (account_id, language) VALUES (?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET language = excluded.language
                        """).params(account, language.getLanguage()).update();
    }

    private void choose(long account, Topic topic, Channel channel) {
        jdbc.sql("""
                        INSERT INTO notice_choice (account_id, topic, channel) VALUES (?, ?, ?)
                        ON CONFLICT (account_id, topic) DO UPDATE SET channel = excluded.channel, changed_at = now()
                        """).params(account, topic.code(), channel.name()).update();
    }

    /** No more mails about a topic: an account gets it in its inbox from now on, an address without one not at all. */
    @Transactional
    void unsubscribe(Topic topic, String address, @Nullable Long account) {
        if (account != null) {
            choose(account, topic, Channel.APP);
            return;
        }
        jdbc.sql("INSERT INTO mail_unsubscription (address, topic) VALUES (lower(?), ?) ON CONFLICT DO NOTHING")
                .params(address, topic.code())
                .update();
    }

    /** Mails about a topic again. */
    @Transactional
    void subscribe(Topic topic, String address, @Nullable Long account) {
        if (account != null) {
            choose(account, topic, Channel.BOTH);
        }
        jdbc.sql("DELETE FROM mail_unsubscription WHERE address = lower(?) AND topic = ?")
                .params(address, topic.code())
                .update();
    }

    /** Whether a mail about a topic would be sent. */
    boolean wantsMail(Topic topic, String address, @Nullable Long account) {
        return account == null
                ? unsubscribed(topic, List.of(address)).isEmpty()
                : of(account).getOrDefault(topic, topic.usual()).mail();
    }
}
