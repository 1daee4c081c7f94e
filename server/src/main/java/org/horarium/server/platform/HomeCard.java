package org.horarium.server.platform;

/**
 * A card of the home page: what this person may want to do next.
 *
 * @param title text, already in the person's language
 * @param text one or two sentences
 * @param icon name of a Bootstrap icon, without {@code bi-}
 * @param path where the card leads
 * @param action text of the link
 * @param order the lower the earlier
 */
public record HomeCard(String title, String text, String icon, String path, String action, int order) {}
