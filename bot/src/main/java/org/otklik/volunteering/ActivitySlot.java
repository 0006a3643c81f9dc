package org.otklik.volunteering;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.otklik.contacts.OwnProfile;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.grammar.Folding;

/** What was done: under the name that it has already, however it was said now; else in the words of who tells it. */
final class ActivitySlot implements Slot<String> {
    private static final Cues FILLERS = new Cues("hours-fillers");
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_ENDING = 4;
    private static final int LONGEST = 80;
    private static final int SHORTEST = 4;

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(VolunteeringText.WHICH_WORK);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        if (understanding
                .main()
                .filter(act -> act.is(OwnProfile.INTENT) && act.isSure())
                .isPresent()) {
            return Optional.empty();
        }
        var known = new TimeEntries(turn.sql())
                .activities(turn.speaker().contactId().orElse(-1L));
        var text = own(understanding);
        return known(known, text).or(() -> asked ? Optional.empty() : said(understanding, text));
    }

    /** The words of the only act: of two days told in one breath each has its own. */
    private static String own(Understanding understanding) {
        return understanding
                .main()
                .filter(act -> understanding.acts().size() == 1 && !act.text().isBlank())
                .map(Act::text)
                .orElse(understanding.text());
    }

    @Override
    public Optional<String> reworded(String present, Contrast contrast) {
        return contrast.reword(present);
    }

    /** The known activity that shares most of its words with the message. */
    private static Optional<String> known(List<String> activities, String text) {
        var said = words(text);
        long most = activities.stream()
                .mapToLong(activity -> shared(activity, said))
                .max()
                .orElse(0);
        return activities.stream()
                .filter(activity -> most > 0 && shared(activity, said) == most)
                .findFirst();
    }

    private static long shared(String activity, String[] said) {
        return Arrays.stream(words(activity))
                .filter(word -> Arrays.stream(said).anyMatch(other -> areAkin(word, other)))
                .count();
    }

    /** Words of one root: "sorting" and "sorted". */
    private static boolean areAkin(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= SHORTEST_STEM && Math.max(one.length(), other.length()) - common <= LONGEST_ENDING + 1;
    }

    private static String[] words(String text) {
        return Folding.fold(text).split("[^\\p{L}\\p{N}]+");
    }

    /** What is left of the words once the day, the hours and the telling itself are taken away. */
    private static Optional<String> said(Understanding understanding, String text) {
        var rest = new StringBuilder(text);
        understanding.entities().stream()
                .filter(entity -> !(entity instanceof Entity.Organization))
                .map(entity -> entity.span().in(understanding.text()))
                .filter(named -> rest.indexOf(named) >= 0)
                .forEach(named -> blank(rest, rest.indexOf(named), rest.indexOf(named) + named.length()));
        FILLERS.in(rest.toString())
                .forEach(found -> blank(rest, found.span().start(), found.span().end()));
        var words = rest.toString()
                // "From 10 to 14" is when, and not what.
                .replaceAll("\\S*\\d\\S*", " ")
                .replaceAll("[^\\p{L}\\p{N}\\s\u00ab\u00bb-]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        boolean isTold = understanding.acts().stream().map(Act::text).anyMatch(said -> !said.isBlank());
        return isTold && words.length() >= SHORTEST && words.length() <= LONGEST
                ? Optional.of(UCharacter.toTitleCase(words.substring(0, 1), null) + words.substring(1))
                : Optional.empty();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int at = from; at < Math.min(to, text.length()); at++) {
            text.setCharAt(at, ' ');
        }
    }
}
