package org.otklik.privacy;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.cases.Cases;
import org.otklik.channels.Attachment;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.AddressProofRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/** The button of the letter was pressed: the copy goes out at once, an erasure goes to an admin. */
public final class ConfirmRequest implements Skill {
    private final Organization organization;

    public ConfirmRequest(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of(PersonalData.CONFIRM);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        Proven.by(turn, heard).ifPresentOrElse(proof -> proven(turn, proof), () -> turn.say(PrivacyText.LINK_USED));
    }

    private void proven(Turn turn, AddressProofRecord proof) {
        var contact = Optional.ofNullable(proof.getContactId())
                .filter(id -> new Contacts(turn.sql())
                        .find(id)
                        .filter(found -> found.getErasedAt() == null)
                        .isPresent());
        long caseId = proof.getCaseId();
        if (contact.isEmpty()) {
            new Cases(turn.sql()).resolve(caseId, turn.at());
            turn.say(PrivacyText.NOTHING_HELD);
            return;
        }
        new Cases(turn.sql()).provenToBeOf(contact.get(), caseId);
        if (proof.getPurpose().equals(Purpose.EXPORT.name().toLowerCase(Locale.ROOT))) {
            export(turn, contact.get(), caseId);
        } else {
            askAdmin(turn, contact.get(), caseId, proof.getAddress());
        }
    }

    private static void export(Turn turn, long contactId, long caseId) {
        var content = new PersonalCopy(turn.sql()).of(contactId);
        turn.attach(new Attachment(
                turn.written(Text.of(PrivacyText.EXPORT_FILE)), "application/json", Buffer.buffer(content)));
        turn.say(PrivacyText.EXPORT_SENT);
        new Cases(turn.sql()).resolve(caseId, turn.at());
    }

    private void askAdmin(Turn turn, long contactId, long caseId, String address) {
        var name = new Contacts(turn.sql()).name(contactId);
        var admins = new StaffMembers(turn.sql()).admins();
        new Tasks(turn.sql())
                .add(new Tasks.NewTask(
                        turn.written(Text.of(PrivacyText.ERASURE_TASK).with("name", name)),
                        Optional.of(organization.firstReplyDue(turn.at())),
                        admins.stream().map(StaffMembers.Member::id).findFirst(),
                        Optional.of(contactId),
                        Tasks.Origin.CASE));
        var arguments = Map.of(
                DecideErasure.CASE, String.valueOf(caseId),
                DecideErasure.CONTACT, String.valueOf(contactId),
                DecideErasure.ADDRESS, address);
        var ways = List.of(
                new Way(Text.of(PrivacyText.APPROVE), new Action(DecideErasure.APPROVE, arguments)),
                new Way(Text.of(PrivacyText.REFUSE), new Action(DecideErasure.REFUSE, arguments)));
        admins.stream()
                .flatMap(admin -> new Handoffs(turn.sql()).lineOf(admin.id()).stream())
                .forEach(line ->
                        turn.notice(line, Text.of(PrivacyText.ERASURE_NOTICE).with("name", name), ways));
        turn.say(PrivacyText.ERASURE_PROVEN);
    }
}
