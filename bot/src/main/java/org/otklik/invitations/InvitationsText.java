package org.otklik.invitations;

import org.otklik.i18n.TextKey;

/** Inviting colleagues, and what they may do. */
public enum InvitationsText implements TextKey {
    ADMITTED,
    INVITED,
    INVITED_AGAIN,
    WOULD_GRANT,
    WOULD_REVOKE,
    REVOKE,
    REVOKED,
    REVOKE_WHOM,
    ROLE,
    ROLE_CHANGED,
    LAST_ADMIN,
    ONLY_ADMINS,
    WHO_IS_INVITED,
    NOT_A_NAME,
    NO_SUCH_ROLE,
    WHICH_ROLE;

    @Override
    public String area() {
        return "invitations";
    }
}
