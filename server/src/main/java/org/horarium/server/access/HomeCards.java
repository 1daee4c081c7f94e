package org.horarium.server.access;

import java.util.List;
import org.horarium.server.platform.HomeCard;
import org.horarium.server.platform.HomeContributor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes cards of the home page that people of some roles see. */
@Component
public class HomeCards {
    private final Actors actors;
    private final MessageSource messages;

    HomeCards(Actors actors, MessageSource messages) {
        this.actors = actors;
        this.messages = messages;
    }

    /**
     * A card for some roles.
     *
     * @param texts prefix of its message keys: {@code .title}, {@code .text} and {@code .action} follow
     * @param icon name of a Bootstrap icon, without {@code bi-}
     * @param path where the card leads
     * @param order the lower the earlier
     * @param roles who sees it
     */
    public HomeContributor card(String texts, String icon, String path, int order, Role... roles) {
        return locale -> actors.current().hasRole(roles)
                ? List.of(new HomeCard(
                        messages.getMessage(texts + ".title", null, locale),
                        messages.getMessage(texts + ".text", null, locale),
                        icon,
                        path,
                        messages.getMessage(texts + ".action", null, locale),
                        order))
                : List.of();
    }
}
