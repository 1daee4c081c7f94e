package org.horarium.server.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.horarium.server.platform.embedded.ServiceStartException;
import org.jspecify.annotations.Nullable;

/**
 * An external database as operators write it, taken apart.
 *
 * @param jdbc the JDBC URL without user and password
 * @param user empty when the URL names none
 * @param password empty when the URL names none
 */
record DatabaseUrl(String jdbc, String user, String password) {
    /**
     * Reads {@code postgresql://user:password@host:port/name?options}; {@code postgres:} and {@code jdbc:postgresql:}
     * are taken as well.
     *
     * @throws ServiceStartException when it is something else
     */
    static DatabaseUrl parse(String text) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        try {
            URI uri = new URI(url);
            String path = uri.getRawPath();
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getHost() == null || path == null || path.length() < 2) {
                throw wrong();
            }
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = userInfo.indexOf(':');
            return new DatabaseUrl(
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + path + query,
                    decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                    decode(colon < 0 ? null : userInfo.substring(colon + 1)));
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static String decode(@Nullable String part) {
        return part == null ? "" : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The value itself is not repeated: it holds a password. */
    private static ServiceStartException wrong() {
        return new ServiceStartException("HORARIUM_DATABASE_URL can't be read.\nMaybe write it as"
                + " postgresql://user:password@host:5432/database, with special characters of the password"
                + " percent-encoded.");
    }
}
