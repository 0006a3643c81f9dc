package org.otklik.contacts;

import static org.otklik.dialogue.DialogueIntents.CORRECT;
import static org.otklik.schema.Tables.CONTACT_POINT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactPointRecord;

/**
 * "Oh, it ends in 30": the number or address that somebody has told of themselves just now is put right; one that is only asked about
 * yet is asked about anew.
 */
public final class MistypedPoint implements Attentive {
    /** Who tells another one later has another one. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var points = points(understanding);
        var self = turn.speaker().contactId().filter(_ -> !turn.speaker().isStaff());
        boolean isCorrection = points.size() == 1
                && understanding.main().filter(act -> act.is(CORRECT)).isPresent();
        return isCorrection && self.isPresent() && correct(turn, self.get(), points.getFirst());
    }

    private static List<ContactPoint> points(Understanding understanding) {
        var points = new ArrayList<ContactPoint>();
        understanding
                .all(Entity.Phone.class)
                .forEach(phone -> points.add(new ContactPoint(PointKind.PHONE, phone.value())));
        understanding
                .all(Entity.Email.class)
                .forEach(mail -> points.add(new ContactPoint(PointKind.EMAIL, mail.value())));
        return points;
    }

    private static boolean correct(Turn turn, long self, ContactPoint right) {
        if (turn.speaker().isKnown() && OwnProfile.isAsking(turn, right.kind())) {
            OwnProfile.hear(turn, self, List.of(right));
            return true;
        }
        var wrong = toldJustNow(turn, self, right);
        wrong.ifPresent(point -> {
            var points = new ContactPoints(turn.sql());
            points.remove(self, new ContactPoint(right.kind(), point.getValue()));
            points.add(self, right);
            turn.changed();
            turn.say(Text.of(ContactsText.POINT_KEPT)
                    .with("kind", right.kind().code())
                    .with("value", right.value()));
        });
        return wrong.isPresent();
    }

    /** Only what nobody has proven yet can be a slip. */
    private static Optional<ContactPointRecord> toldJustNow(Turn turn, long self, ContactPoint right) {
        var changes = new Changes(turn.sql());
        var told = turn.state().written().stream()
                .filter(past -> past.at().plus(JUST_NOW).isAfter(turn.at()))
                .flatMap(past -> changes.of(past.turnId()).stream())
                .filter(change -> change.getTableName().equals(CONTACT_POINT.getName())
                        && change.getOp().equals("insert"))
                .map(change -> change.getRowId())
                .toList();
        return new ContactPoints(turn.sql())
                .of(self).stream()
                        .filter(point -> told.contains(point.getId()))
                        .filter(point -> point.getKind().equals(right.kind().code())
                                && point.getStatus().equals("claimed")
                                && !point.getValue().equals(right.value()))
                        .findFirst();
    }
}
