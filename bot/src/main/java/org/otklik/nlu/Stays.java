package org.otklik.nlu;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells that somebody was at somebody's place, however far apart the words for it stand: "was at home yesterday at Anna's". */
public final class Stays {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern PAUSE = Pattern.compile("[^\\p{L}\\p{N}\\s-]");
    private static final Pattern NAME = Pattern.compile("\\s+\\p{Lu}\\p{L}.*", Pattern.DOTALL);

    private final Cues words = new Cues("stays");

    /**
     * Where a text tells of a stay, from its verb to the host.
     *
     * @param entities what the text names, by spans in it
     */
    public Optional<Span> in(String text, List<Entity> entities) {
        var found = words.in(text);
        for (int verb = 0; verb < found.size(); verb++) {
            if (found.get(verb).name().equals("stay")) {
                for (var host : found.subList(verb + 1, found.size())) {
                    var from = found.get(verb).span();
                    int behindVerb = from.end();
                    int atHost = host.span().start();
                    if (host.name().equals("host")
                            && isHost(text, host.span(), entities)
                            && isSmall(text, new Span(behindVerb, atHost), found, entities)) {
                        return Optional.of(new Span(from.start(), host.span().end()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody is named behind the word: also one whose name is a word like others, by its capital letter. */
    private static boolean isHost(String text, Span word, List<Entity> entities) {
        boolean isNamed = entities.stream()
                .filter(entity -> entity instanceof Entity.Person || entity instanceof Entity.Organization)
                .map(Entity::span)
                // Who signs a letter is named behind the words that are read.
                .anyMatch(span -> span.start() > word.end()
                        && span.start() <= text.length()
                        && text.substring(word.end(), span.start()).isBlank());
        return isNamed || NAME.matcher(text.substring(word.end())).matches();
    }

    /** Whether nothing stands there but a time, a place, and who came along. */
    private static boolean isSmall(String text, Span between, List<Cues.Found> found, List<Entity> entities) {
        var words = text.substring(between.start(), between.end());
        boolean isBehindSmall = false;
        for (var word : WORD.matcher(words).results().toList()) {
            int at = between.start() + word.start();
            boolean isFound = found.stream().anyMatch(cue -> isIn(at, cue.span()));
            boolean isKnown = isFound || entities.stream().anyMatch(entity -> isIn(at, entity.span()));
            if (!isKnown && !isBehindSmall) {
                return false;
            }
            isBehindSmall = isFound;
        }
        return !PAUSE.matcher(words).find();
    }

    private static boolean isIn(int place, Span span) {
        return span.start() <= place && place < span.end();
    }
}
