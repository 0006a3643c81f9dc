package org.otklik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.people.Person;

/** People with a stand-in for Telegram, who ask numbered questions in turn and wait for nobody. */
final class Askers {
    private final List<String> lines = Resource.read("questions.txt").lines().toList();
    private final List<Asker> all;
    private final int first;
    private int asked;

    /**
     * One of them.
     *
     * @param numbers of what this one has asked, in order
     */
    record Asker(Person person, List<Integer> numbers) {
        /** Under which names a channel knows the replies, in the order in which they came. */
        List<String> replies() {
            return person.chat().fromBot().stream()
                    .map(ChatMessage::id)
                    .map(id -> person.id() + "/" + id)
                    .toList();
        }
    }

    /** @param first number of a question; no others ask the same */
    Askers(BotApiServer api, int people, int first) {
        this.first = first;
        this.all = Stream.generate(() -> new Asker(api.person("Anna", "en"), new ArrayList<>()))
                .limit(people)
                .toList();
    }

    void ask(int questions) {
        for (int i = 0; i < questions; i++) {
            int number = first + asked++;
            var asker = all.get(number % all.size());
            asker.numbers().add(number);
            asker.person().says(lines.get(number % lines.size()).replace("{0}", String.valueOf(number)));
        }
    }

    List<Asker> all() {
        return all;
    }

    /** How many replies they have got. */
    int replies() {
        return all.stream()
                .mapToInt(asker -> asker.person().chat().fromBot().size())
                .sum();
    }
}
