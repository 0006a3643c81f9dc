package org.otklik;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.access.AccessRules;
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Skill;
import org.otklik.host.Channels;
import org.otklik.nlp.IntentCatalogue;

/** What can be said, and what answers it. */
class SkillsTest {
    /** What the bot understands and nothing serves yet: it says that it did not understand, and calls a person. */
    private static final Set<String> NOT_SERVED = Set.of(
            "giving.record",
            "contacts.timeline",
            "contacts.create",
            "contacts.update",
            "contacts.duplicates",
            "contacts.merge",
            "tasks.create",
            "tasks.list",
            "tasks.complete",
            "tasks.postpone",
            "deals.create",
            "deals.move",
            "deals.pipeline",
            "segments.query",
            "reports.show",
            "campaigns.send",
            "cases.list",
            "cases.resolve",
            "imports.start",
            "exports.request",
            "knowledge.add_article",
            "surveys.send",
            "staff.invite");

    private static final List<String> SERVED = served();

    private static List<String> served() {
        var settings = new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings())
                .read()
                .settings();
        var skills = new Skills(Installation.organization(settings), TestNode.models());
        return Stream.concat(
                        skills.skills(new AccessRules(Set.of())).stream().map(Skill::intents),
                        skills.forms().stream().map(Form::intents))
                .flatMap(Set::stream)
                .toList();
    }

    @Test
    void everyIntentIsServedOrListedAsNotServed() {
        var unserved = new TreeSet<>(new IntentCatalogue().names());
        SERVED.forEach(unserved::remove);

        assertThat(unserved).containsExactlyInAnyOrderElementsOf(NOT_SERVED);
    }

    @Test
    void noIntentIsServedTwice() {
        assertThat(SERVED.stream().collect(groupingBy(intent -> intent, counting())))
                .allSatisfy((intent, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatASkillServesIsAnIntentOfTheListOrOnlyForButtons() {
        var unknown = new TreeSet<>(SERVED);
        unknown.removeAll(new IntentCatalogue().names());

        assertThat(unknown)
                .containsExactlyInAnyOrder(
                        "dialogue.sign_in",
                        "dialogue.gave_up",
                        "dialogue.to_staff",
                        "dialogue.from_staff",
                        "knowledge.helped",
                        "knowledge.unanswered");
    }
}
