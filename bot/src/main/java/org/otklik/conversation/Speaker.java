package org.otklik.conversation;

import java.util.Optional;
import org.otklik.access.Role;
import org.otklik.i18n.Language;

/**
 * Who writes in a conversation, as far as it is proven.
 *
 * @param contactId the contact that the conversation belongs to; below {@code LINKED} it is only what the person said of themselves
 * @param language the one that is kept with the contact; empty below {@code LINKED}
 * @param staff the active member of staff who it is; only ever with a verified identity
 */
public record Speaker(Identity identity, Optional<Long> contactId, Optional<Language> language, Optional<Staff> staff) {
    /** A member of staff who signed in. */
    public record Staff(long id, Role role) {}

    public boolean isStaff() {
        return staff.isPresent();
    }

    /** Whether what the organisation knows of the contact may be told. */
    public boolean isKnown() {
        return identity != Identity.ANONYMOUS && contactId.isPresent();
    }
}
