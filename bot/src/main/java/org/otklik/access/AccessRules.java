package org.otklik.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The one place that decides who may do what. */
public final class AccessRules {
    /** For how long a yes to who asks for access to a restricted contact holds. */
    public static final Duration GRANT = Duration.ofHours(24);

    private final Set<String> staffIntents;

    /** @param staffIntents the intents that only staff may use */
    public AccessRules(Set<String> staffIntents) {
        this.staffIntents = Set.copyOf(staffIntents);
    }

    /** Whether somebody may ask for this at all; without a role, somebody outside. */
    public boolean mayUse(String intent, Optional<Role> role) {
        return role.isPresent() || !staffIntents.contains(intent);
    }

    /**
     * Whether the card of a restricted contact may be seen, beyond its name, that it is restricted, and its owner.
     *
     * @param isOwner whether the reader looks after the contact
     * @param isGranted whether the owner has said yes to the reader, which holds for {@link #GRANT}
     */
    public boolean maySeeRestricted(Role role, boolean isOwner, boolean isGranted) {
        return switch (role) {
            case ADMIN, MANAGER -> true;
            case FUNDRAISER -> isOwner || isGranted;
            case FIELD, VOLUNTEER_COORDINATOR -> isGranted;
        };
    }

    /**
     * Whether the amount of a gift may be seen.
     *
     * @param isOwnRecord whether the reader recorded the gift
     */
    public boolean maySeeAmounts(Role role, boolean isOwnRecord) {
        return switch (role) {
            case ADMIN, MANAGER, FUNDRAISER -> true;
            case FIELD, VOLUNTEER_COORDINATOR -> isOwnRecord;
        };
    }

    /** Whether two records may be made one, and one be made restricted or open again. */
    public boolean mayMergeAndRestrict(Role role) {
        return switch (role) {
            case ADMIN, MANAGER -> true;
            case FUNDRAISER, FIELD, VOLUNTEER_COORDINATOR -> false;
        };
    }

    /** Whether two records may at least be put forward for a manager to make them one. */
    public boolean mayPrepareMerges(Role role) {
        return mayListAmounts(role);
    }

    /** Whether what everybody has to do may be seen; otherwise only one's own tasks, and those that one has given. */
    public boolean maySeeEverybodysTasks(Role role) {
        return switch (role) {
            case ADMIN, MANAGER -> true;
            case FUNDRAISER, FIELD, VOLUNTEER_COORDINATOR -> false;
        };
    }

    /** Whether restricted people are in lists, counts and reports; to others they are not there at all. */
    public boolean mayListRestricted(Role role) {
        return isManager(role);
    }

    /** Whether a list may say what single people gave. */
    public boolean mayListAmounts(Role role) {
        return switch (role) {
            case ADMIN, MANAGER, FUNDRAISER -> true;
            case FIELD, VOLUNTEER_COORDINATOR -> false;
        };
    }

    /** Whether people may be taken out as a file. */
    public boolean mayExport(Role role) {
        return isManager(role);
    }

    /** Whether a file of people may be taken in. */
    public boolean mayImport(Role role) {
        return isManager(role);
    }

    /** Whether an article of theirs is published at once; others propose it. */
    public boolean mayPublish(Role role) {
        return isManager(role);
    }

    /** Whether colleagues may be invited, and their roles be changed. */
    public boolean mayInvite(Role role) {
        return mayAdminister(role);
    }

    /** Whether a mailing goes out at their word. */
    public boolean mayApproveCampaigns(Role role) {
        return isManager(role);
    }

    /** Whether they may know what colleagues have changed; everybody may know what they changed themselves. */
    public boolean mayAuditOthers(Role role) {
        return mayAdminister(role);
    }

    private static boolean isManager(Role role) {
        return switch (role) {
            case ADMIN, MANAGER -> true;
            case FUNDRAISER, FIELD, VOLUNTEER_COORDINATOR -> false;
        };
    }

    /** Whether colleagues may be invited, and people be erased. */
    public boolean mayAdminister(Role role) {
        return role == Role.ADMIN;
    }

    /**
     * Whether the hours of a volunteer may be approved and refused.
     *
     * @param isOwner whether it is who looks after the volunteer's contract
     */
    public boolean mayApproveHours(Role role, boolean isOwner) {
        return switch (role) {
            case ADMIN, MANAGER, VOLUNTEER_COORDINATOR -> true;
            case FUNDRAISER, FIELD -> isOwner;
        };
    }
}
