package org.horarium.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.horarium.server.platform.NavigationEntry;
import org.horarium.server.platform.UnreadCount;
import org.horarium.server.platform.health.HealthMonitor;
import org.horarium.server.platform.health.HealthReport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what the layout shows: navigation and who is logged in. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {
    private final List<NavigationEntry> entries;
    private final List<UnreadCount> counts;
    private final HealthMonitor health;

    LayoutAdvice(List<NavigationEntry> entries, List<UnreadCount> counts, HealthMonitor health) {
        this.health = health;
        this.counts = List.copyOf(counts);
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    @ModelAttribute("layout")
    LayoutView layout(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean known = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        List<NavigationEntry> visible = authentication == null || !known
                ? List.of()
                : entries.stream()
                        .filter(entry -> authentication.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(authority ->
                                        authority != null && entry.roles().contains(authority.replace("ROLE_", ""))))
                        .toList();
        return new LayoutView(
                visible,
                known && authentication != null ? authentication.getName() : null,
                request.getRequestURI(),
                counts,
                known ? health.report().troubles() : List.of());
    }

    /**
     * What the layout shows.
     *
     * @param entries of the navigation, for this person
     * @param person name of who is logged in; null for nobody
     * @param path of this page
     * @param counts who knows what is unread; asked only by pages that show it
     * @param troubles what does not work just now; nothing for those who are not logged in
     */
    record LayoutView(
            List<NavigationEntry> entries,
            @Nullable String person,
            String path,
            List<UnreadCount> counts,
            List<HealthReport.Part> troubles) {
        /** How much lies unread before this person. */
        public long unread() {
            return counts.stream().mapToLong(UnreadCount::unread).sum();
        }

        /** Whether there are entries in the menu at the end. */
        public boolean more() {
            return entries.stream().anyMatch(NavigationEntry::more);
        }

        /** Whether one of them leads to this page. */
        public boolean moreActive() {
            return entries.stream().anyMatch(entry -> entry.more() && active(entry));
        }

        /** Whether the entry leads to this page or to one above it. */
        public boolean active(NavigationEntry entry) {
            return path.equals(entry.path()) || (!"/".equals(entry.path()) && path.startsWith(entry.path() + "/"));
        }
    }
}
