package org.horarium.server.platform;

/**
 * Something that an administrator can switch on or off; each module offers its own as Spring beans. Its texts are
 * {@code setting.<key>} and {@code setting.<key>.text}.
 *
 * @param key unique, {@code module.what}
 * @param byDefault whether it is on while nobody has said anything
 * @param order the lower the further up
 */
public record Setting(String key, boolean byDefault, int order) {}
