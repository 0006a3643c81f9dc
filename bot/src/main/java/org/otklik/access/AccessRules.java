package org.otklik.access;

import java.util.Optional;
import java.util.Set;

/** The one place that decides who may do what. */
public final class AccessRules {
    private final Set<String> staffIntents;

    /** @param staffIntents the intents that only staff may use */
    public AccessRules(Set<String> staffIntents) {
        this.staffIntents = Set.copyOf(staffIntents);
    }

    /** Whether somebody may ask for this at all; without a role, somebody outside. */
    public boolean mayUse(String intent, Optional<Role> role) {
        return role.isPresent() || !staffIntents.contains(intent);
    }

    /** Whether the card of a restricted contact may be seen, beyond its name and owner. */
    public boolean maySeeRestricted(Role role, boolean isOwner) {
        return switch (role) {
            case ADMIN, MANAGER -> true;
            case FUNDRAISER, FIELD, VOLUNTEER_COORDINATOR -> isOwner;
        };
    }

    /** Whether amounts of other people's gifts may be seen. */
    public boolean maySeeAmounts(Role role) {
        return switch (role) {
            case ADMIN, MANAGER, FUNDRAISER -> true;
            case FIELD, VOLUNTEER_COORDINATOR -> false;
        };
    }
}
