package org.horarium.server.platform;

import java.util.Set;

/**
 * An entry of the main navigation; each module offers its own as Spring beans.
 *
 * @param messageKey of the text
 * @param path of the page, from the root
 * @param icon name of a Bootstrap icon, without {@code bi-}
 * @param order the lower the further left; from {@value #MORE} on it stands in the menu at the end
 * @param roles who sees it, by the names of the roles
 */
public record NavigationEntry(String messageKey, String path, String icon, int order, Set<String> roles) {
    private static final int MORE = 80;

    /** Whether it stands in the menu at the end: what is seldom needed. */
    public boolean more() {
        return order >= MORE;
    }

    /** An entry for the given roles. */
    public static NavigationEntry of(String messageKey, String path, String icon, int order, String... roles) {
        return new NavigationEntry(messageKey, path, icon, order, Set.of(roles));
    }
}
