package org.horarium.server.notification;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, twice: as plain text and as simple HTML. Made by a {@link Builder} from the same pieces, so both say
 * the same.
 *
 * @param text plain text, lines end with a line feed
 * @param html a whole document, without pictures, styles from elsewhere or scripts
 */
public record MailBody(String text, String html) {
    /** Begins a body. */
    public static Builder begin() {
        return new Builder();
    }

    /** This body with a small last paragraph, for example about further mails. */
    MailBody with(String last) {
        return new MailBody(
                text + "\n-- \n" + last + "\n",
                html.replace(
                        "</body></html>",
                        "<hr><p><small>" + HtmlUtils.htmlEscape(last) + "</small></p>\n</body></html>"));
    }

    /** Puts pieces one after the other. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n");

        private Builder() {}

        /** A paragraph of plain words. */
        public Builder paragraph(String words) {
            text.append(words).append("\n\n");
            html.append("<p>").append(HtmlUtils.htmlEscape(words)).append("</p>\n");
            return this;
        }

        /** A heading. */
        public Builder heading(String words) {
            text.append(words).append('\n');
            html.append("<h2>").append(HtmlUtils.htmlEscape(words)).append("</h2>\n");
            return this;
        }

        /** A list of plain words. */
        public Builder list(List<String> items) {
            html.append("<ul>\n");
            for (String item : items) {
                text.append("- ").append(item).append('\n');
                html.append("<li>").append(HtmlUtils.htmlEscape(item)).append("</li>\n");
            }
            text.append('\n');
            html.append("</ul>\n");
            return this;
        }

        /** A link on a line of its own, its address readable. */
        public Builder link(String address) {
            String escaped = HtmlUtils.htmlEscape(address);
            text.append(address).append("\n\n");
            html.append("<p><a href=\"")
                    .append(escaped)
                    .append("\">")
                    .append(escaped)
                    .append("</a></p>\n");
            return this;
        }

        /** The body. */
        public MailBody build() {
            return new MailBody(text.toString().strip() + "\n", html + "</body></html>\n");
        }
    }
}
