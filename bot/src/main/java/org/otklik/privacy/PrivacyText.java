package org.otklik.privacy;

import org.otklik.i18n.TextKey;

/** What people ask about their data, and how it is proven that it is theirs. */
public enum PrivacyText implements TextKey {
    EXPORT_PROVE_HERE,
    EXPORT_PROVE_IN_CHAT,
    EXPORT_PROVE_BY_LETTER,
    ERASURE_PROVE_HERE,
    ERASURE_PROVE_BY_LETTER,
    NO_ADDRESS,
    ONLY_ONESELF,
    FOR_SOMEBODY,
    PROOF_FIRST,
    NOTHING_OF_OTHERS,
    ASK_ADDRESS,
    STRANGER_BY_LETTER,
    STRANGER_HERE,
    SUBJECT_EXPORT,
    SUBJECT_ERASURE,
    LETTER_EXPORT,
    LETTER_ERASURE,
    CONFIRM,
    LINK_USED,
    NOTHING_HELD,
    EXPORT_FILE,
    EXPORT_SENT,
    ERASURE_PROVEN,
    ERASURE_TASK,
    ERASURE_NOTICE,
    APPROVE,
    REFUSE,
    ADMINS_ONLY,
    ADMINS_DECIDE,
    DECIDE_AT_THE_NOTICE,
    DECIDED_BEFORE,
    STAFF_FIRST,
    ERASED,
    CERTIFICATE_SUBJECT,
    CERTIFICATE,
    NOT_ERASED,
    REFUSED_SUBJECT,
    REFUSED;

    @Override
    public String area() {
        return "privacy";
    }
}
