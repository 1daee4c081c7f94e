package org.horarium.server.preference.portal;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the session keeps of who may write which sheet.
 *
 * @param sheet the sheet
 * @param link the link by which they came, its hash; null when by their account or for somebody else
 * @param account e-mail address of the account by which they came; null when by a link
 * @param forSomebodyElse whether the account is not the person's own
 */
public record PortalVisit(
        UUID sheet, @Nullable String link, @Nullable String account, boolean forSomebodyElse) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By a link. */
    static PortalVisit byLink(UUID sheet, String link) {
        return new PortalVisit(sheet, link, null, false);
    }

    /** By one's own account. */
    static PortalVisit byAccount(UUID sheet, String account) {
        return new PortalVisit(sheet, null, account, false);
    }

    /** By the account of somebody who enters it for the person. */
    public static PortalVisit forSomebodyElse(UUID sheet, String account) {
        return new PortalVisit(sheet, null, account, true);
    }

    /** Who writes for the person; null for themselves. */
    @Nullable
    String proxy() {
        return forSomebodyElse ? account : null;
    }
}
