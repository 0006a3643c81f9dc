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
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Skill;
import org.otklik.host.Channels;
import org.otklik.nlp.IntentCatalogue;

/** What can be said, and what answers it. */
class SkillsTest {
    private static final List<String> SERVED = served();

    private static List<String> served() {
        var settings = new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings())
                .read()
                .settings();
        var skills = new Skills(Installation.organization(settings), TestNode.models());
        return Stream.concat(
                        skills.skills().stream().map(Skill::intents),
                        skills.forms().stream().map(Form::intents))
                .flatMap(Set::stream)
                .toList();
    }

    @Test
    void everyIntentIsServed() {
        var unserved = new TreeSet<>(new IntentCatalogue().names());
        SERVED.forEach(unserved::remove);

        assertThat(unserved).isEmpty();
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
                        "cases.confirm_reach",
                        "cases.danger",
                        "cases.reopen",
                        "conversation.start",
                        "dialogue.code",
                        "linking.another",
                        "linking.confirm",
                        "linking.link",
                        "linking.own_phone",
                        "linking.unlink",
                        "linking.write_down",
                        "dialogue.sign_in",
                        "events.take_room",
                        "surveys.answer",
                        "volunteering.approve",
                        "volunteering.refuse",
                        "volunteering.shift",
                        "dialogue.gave_up",
                        "dialogue.not_understood",
                        "staff.revoked",
                        "dialogue.to_staff",
                        "dialogue.from_staff",
                        "directory.add_employer",
                        "directory.different",
                        "directory.earlier",
                        "directory.grant_access",
                        "directory.refuse_access",
                        "directory.later",
                        "directory.request_access",
                        "directory.tagged",
                        "knowledge.helped",
                        "knowledge.unanswered",
                        "learning.review",
                        "learning.teach",
                        "learning.name",
                        "learning.names",
                        "learning.drop",
                        "learning.later",
                        "letters.file",
                        // Stands for all that organisations have of their own.
                        "own.",
                        "mailing.confirm",
                        "privacy.approve",
                        "privacy.confirm",
                        "privacy.refuse",
                        "profile.add",
                        "profile.keep",
                        "profile.rename",
                        "profile.replace",
                        "voice.misheard",
                        "volunteering.inquiry",
                        "volunteering.remind",
                        "knowledge.publish",
                        "segments.keep",
                        "reports.again",
                        "reports.file");
    }
}
