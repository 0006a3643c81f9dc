package org.otklik.giving;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import org.otklik.channels.Attachment;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.NotKnown;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.GiftRecord;

/** A receipt of what somebody has given in a year, at once. */
public final class ReceiptForm implements Form {
    private static final String NAME = "receipt";

    private final Organization organization;
    private final YearSlot year;

    public ReceiptForm(Organization organization) {
        this.organization = organization;
        this.year = new YearSlot(NAME, organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("giving.receipt");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(year);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        if (!turn.speaker().isKnown()) {
            NotKnown.refuse(turn, GivingText.ONLY_TO_THE_DONOR);
            return;
        }
        long contactId = turn.speaker().contactId().orElseThrow();
        int wanted = year.wanted(turn, answers);
        var gifts = year.gifts(turn).stream()
                .filter(gift -> gift.getReceivedOn().getYear() == wanted)
                .toList()
                .reversed();
        var said = Text.of(gifts.isEmpty() ? GivingText.NO_RECEIPT : GivingText.RECEIPT_SENT)
                .with("year", String.valueOf(wanted))
                .with("sums", Sums.of(gifts));
        turn.say(said);
        if (!gifts.isEmpty()) {
            turn.attach(file(turn, contactId, wanted, gifts));
        }
    }

    private Attachment file(Turn turn, long contactId, int wanted, List<GiftRecord> gifts) {
        var receipt = new ReceiptPdf.Receipt(
                organization.name(turn.language()),
                new Contacts(turn.sql()).name(contactId),
                wanted,
                gifts,
                organization.day(turn.at()));
        var name = turn.written(Text.of(GivingText.RECEIPT_FILE).with("year", String.valueOf(wanted)));
        return new Attachment(name, "application/pdf", Buffer.buffer(new ReceiptPdf(turn::written).write(receipt)));
    }
}
