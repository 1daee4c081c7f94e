package org.horarium.server.notification;

import java.util.List;

/**
 * What is said to a person, in the person's language; it becomes a mail, an entry of the inbox, or both.
 *
 * @param subject one line
 * @param paragraphs plain words
 * @param lines the changes that concern the person, each a sentence
 * @param path the page it is about, from the root, for example {@code /timetable}
 */
public record Message(String subject, List<String> paragraphs, List<String> lines, String path) {
    public Message {
        paragraphs = List.copyOf(paragraphs);
        lines = List.copyOf(lines);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("The path of a notice (%s) must lead to this server.".formatted(path));
        }
    }

    /** The same as a mail. */
    MailBody body(String publicUrl) {
        MailBody.Builder body = MailBody.begin();
        paragraphs.forEach(body::paragraph);
        if (!lines.isEmpty()) {
            body.list(lines);
        }
        return body.link(publicUrl + path).build();
    }
}
