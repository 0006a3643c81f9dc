package org.otklik.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.access.AccessRules;
import org.otklik.cases.Cases;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;
import org.otklik.store.JobQueue;
import org.otklik.tasks.Tasks;

/** An admin says yes or no to an erasure that the person has proven to want; the person is told by letter. */
public final class DecideErasure implements Skill {
    static final String APPROVE = "privacy.approve";
    static final String REFUSE = "privacy.refuse";
    static final String CASE = "case";
    static final String CONTACT = "contact";
    static final String ADDRESS = "address";

    private final Organization organization;
    private final AccessRules access;

    public DecideErasure(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(APPROVE, REFUSE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        long contactId = heard.number(CONTACT).orElseThrow();
        long caseId = heard.number(CASE).orElseThrow();
        var mayDecide = turn.speaker()
                .staff()
                .filter(member -> access.mayAdminister(member.role()))
                .isPresent();
        var contact = new Contacts(turn.sql()).find(contactId).orElseThrow();
        boolean isOpen = new Cases(turn.sql())
                .find(caseId)
                .filter(found -> !found.getStatus().equals("resolved"))
                .isPresent();
        if (!mayDecide) {
            turn.say(PrivacyText.ADMINS_ONLY);
        } else if (!isOpen || contact.getErasedAt() != null) {
            turn.say(PrivacyText.DECIDED_BEFORE);
        } else if (heard.act().is(REFUSE)) {
            refuse(turn, heard, language(contact.getLanguage()));
        } else if (new StaffMembers(turn.sql()).isActive(contactId)) {
            turn.say(PrivacyText.STAFF_FIRST);
        } else {
            erase(turn, heard, contactId, caseId, language(contact.getLanguage()));
        }
    }

    private Language language(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(Language::of).orElse(organization.language());
    }

    private void erase(Turn turn, Heard heard, long contactId, long caseId, Language reader) {
        new Tasks(turn.sql()).finishOf(contactId);
        new Cases(turn.sql()).resolve(caseId, turn.at());
        new Erasure(turn.sql()).erase(contactId, organization.day(turn.at()), turn.at());
        turn.say(PrivacyText.ERASED);
        heard.argument(ADDRESS)
                .flatMap(address -> organization.mailbox().map(mailbox -> {
                    turn.letter(
                            mailbox,
                            address,
                            reader,
                            Text.of(PrivacyText.CERTIFICATE_SUBJECT),
                            Text.of(PrivacyText.CERTIFICATE)
                                    .with("organization", organization.name(reader))
                                    .with("day", organization.day(turn.at())),
                            List.of());
                    return address;
                }))
                .ifPresent(address -> new JobQueue(turn.sql())
                        .schedule(
                                ForgetAddress.TASK,
                                String.valueOf(contactId),
                                new ForgetAddress.Forgotten(address),
                                turn.at().plus(ForgetAddress.AFTER)));
    }

    private void refuse(Turn turn, Heard heard, Language reader) {
        turn.say(PrivacyText.NOT_ERASED);
        heard.argument(ADDRESS)
                .ifPresent(address -> organization
                        .mailbox()
                        .ifPresent(mailbox -> turn.letter(
                                mailbox,
                                address,
                                reader,
                                Text.of(PrivacyText.REFUSED_SUBJECT),
                                Text.of(PrivacyText.REFUSED),
                                List.of())));
    }
}
