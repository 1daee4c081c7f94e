package org.horarium.server.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.server.platform.embedded.ServiceStartException;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as operators write it, taken apart.
 *
 * @param host where
 * @param port of the server
 * @param tls whether the connection is encrypted from its first byte ({@code smtps})
 * @param user empty when the server asks for none
 * @param password empty when the server asks for none
 * @param from address that mails come from; null for one made of the address of the pages
 */
public record SmtpUrl(
        String host,
        int port,
        boolean tls,
        String user,
        String password,
        @Nullable String from) {
    private static final int PORT = 587;
    private static final int TLS_PORT = 465;
    private static final Pattern FROM = Pattern.compile("(?:^|&)from=([^&]*)");

    /**
     * Reads {@code smtp://user:password@host:port?from=address}; {@code smtps:} for encryption from the first byte. Over
     * {@code smtp:} the connection is upgraded where the server offers it.
     *
     * @throws ServiceStartException when it is something else
     */
    public static SmtpUrl parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean tls = "smtps".equals(uri.getScheme());
            String from = from(uri.getRawQuery());
            if ((!tls && !"smtp".equals(uri.getScheme()))
                    || uri.getHost() == null
                    || (from != null && !from.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+"))) {
                throw wrong();
            }
            String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = userInfo.indexOf(':');
            return new SmtpUrl(
                    uri.getHost(),
                    uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : PORT,
                    tls,
                    decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                    colon < 0 ? "" : decode(userInfo.substring(colon + 1)),
                    from);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static @Nullable String from(@Nullable String query) {
        Matcher matcher = FROM.matcher(query == null ? "" : query);
        return matcher.find() ? decode(matcher.group(1)) : null;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The value itself is not repeated: it holds a password. */
    private static ServiceStartException wrong() {
        return new ServiceStartException("HORARIUM_SMTP_URL can't be read.\nMaybe write it as"
                + " smtp://user:password@host:587?from=horarium@college.example, with special characters of the"
                + " password percent-encoded.");
    }
}
