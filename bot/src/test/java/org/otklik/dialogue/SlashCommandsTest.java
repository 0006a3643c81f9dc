package org.otklik.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlashCommandsTest {
    private final SlashCommands slashes = new SlashCommands();

    @ParameterizedTest
    @CsvSource({
        "/start, START",
        "/START, START",
        "/Старт, START",
        "/start@lantern_night_bot, START",
        "'  /help  ', HELP",
        "/stop now please, STOP",
        "/язык, LANGUAGE",
        "/my_tasks, TASKS",
        "/задачи на завтра, TASKS",
        "/вход, LINK"
    })
    void aCommandIsKnownInBothLanguagesWhateverItsCase(String text, SlashCommand command) {
        assertThat(slashes.in(text).orElseThrow().command()).contains(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/st\u200Bart",
                "\u202E/start\u202C",
                "\uFEFF/start",
                "/\u2060start",
                "/sta\u00ADrt",
                "\uFF0Fstart"
            })
    void whatCannotBeSeenHidesNoCommand(String text) {
        assertThat(slashes.in(text).orElseThrow().command()).contains(SlashCommand.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stаrt", "/ѕtart", "/strat", "/star", "/sta"})
    void whatOnlyLooksLikeACommandIsNoneButTheRealOneIsNamed(String text) {
        var typed = slashes.in(text).orElseThrow();

        assertThat(typed.command()).isEmpty();
        assertThat(slashes.nearest(typed.name(), false)).first().isEqualTo(SlashCommand.START);
        assertThat(slashes.isMistyped(typed.name(), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"start", "5/6", "/5000", "//start", "/var/log", "/", "/ start", "and/or", "км/ч", "/s😀", ""})
    void otherStrokesMakeNoCommand(String text) {
        assertThat(slashes.in(text)).isEmpty();
    }

    @Test
    void whatFollowsIsTheArgument() {
        assertThat(slashes.in("/start  1234 5678 ").orElseThrow().argument()).isEqualTo("1234 5678");
        assertThat(slashes.in("/find_people Anna\nPetrova").orElseThrow().words())
                .isEqualTo("find people Anna\nPetrova");
    }

    @Test
    void aLongTextBehindAStrokeIsAText() {
        assertThat(slashes.in("/note " + "очень ".repeat(200))).isEmpty();
        assertThat(slashes.in("/" + "a".repeat(5_000))).isEmpty();
    }

    @Test
    void peopleOutsideAreNotToldOfWhatOnlyColleaguesHave() {
        assertThat(slashes.nearest("taskz", false)).doesNotContain(SlashCommand.TASKS);
        assertThat(slashes.nearest("taskz", true)).containsExactly(SlashCommand.TASKS);
        assertThat(slashes.nearest("xyzzyqq", false)).doesNotContain(SlashCommand.TASKS, SlashCommand.RETURN);
    }

    @ParameterizedTest
    @EnumSource(SlashCommand.class)
    void eachCommandIsKnownAsItIsShown(SlashCommand command) {
        assertThat(slashes.in(command.shown()).orElseThrow().command()).contains(command);
    }
}
