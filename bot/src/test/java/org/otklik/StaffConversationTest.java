package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.STAFF;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.invitations.RevokeStaff;
import org.otklik.schema.tables.records.GiftRecord;
import org.otklik.schema.tables.records.InteractionRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.store.ChangeContext;

/** Conversations of colleagues with the whole bot, over a WebSocket. */
class StaffConversationTest {
    private static final TestNode NODE = TestNode.start();
    private static final String ADMIN = "Вера Лагутина";
    private static final String MANAGER = "Тимур Ахметов";
    private static final String FUNDRAISER = "Daniel Mercer";
    private static final String FIELD = "Ксения Бортник";
    private static final String COORDINATOR = "Галина Шестакова";

    @RegisterExtension
    private final Visitors visitors = new Visitors(NODE);

    @AfterEach
    void backToTheMorning() {
        NODE.clock().set(TestNode.IN_OFFICE_HOURS);
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void aOneTimeLinkSignsInOnce() {
        var code = NODE.invite(MANAGER);

        assertThat(visitors.arrives(RU).follows(code)).contains(MANAGER);

        var thief = visitors.arrives(RU);
        assertThat(thief.follows(code)).doesNotContain(MANAGER);
        assertThat(thief.says("найди Анну Петрову")).doesNotContain("Сергеевна");
    }

    @Test
    void theCodeOfALinkSignsInOnceWhereItIsTyped() {
        var code = NODE.invite(MANAGER);

        assertThat(visitors.arrives(RU).says("/start " + code)).contains(MANAGER);

        var thief = visitors.arrives(RU);
        assertThat(thief.says("/start " + code)).isNotBlank().doesNotContain(MANAGER);
        assertThat(thief.says("/tasks")).contains("сотрудники");
    }

    @Test
    void aLinkOfYesterdayIsRefused() {
        var code = NODE.invite(MANAGER);
        NODE.clock().advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(visitors.arrives(RU).follows(code)).doesNotContain(MANAGER);
    }

    @Test
    void anInventedLinkIsRefused() {
        assertThat(visitors.arrives(EN).follows("' OR 1=1 --")).isNotBlank();
    }

    @Test
    void whoLeavesIsShownOutAndUnusedLinksEnd() {
        var code = NODE.invite(COORDINATOR);
        var leaver = visitors.signsIn(COORDINATOR, RU);
        assertThat(leaver.says("найди Николая Гусева")).contains("Гусев");

        NODE.database().change(ChangeContext.system(NODE.clock().instant()), sql -> {
            var staff = new StaffMembers(sql);
            new RevokeStaff(sql, NODE.clock().instant()).revoke(member(staff, COORDINATOR), member(staff, MANAGER));
        });

        await().atMost(Duration.ofSeconds(20)).until(() -> leaver.socket().isClosed());
        assertThat(visitors.arrives(RU).follows(code)).doesNotContain(COORDINATOR);
    }

    private static StaffMembers.Member member(StaffMembers staff, String name) {
        return staff.all().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void helpForStaffIsAboutTheirWork() {
        assertThat(visitors.signsIn(FUNDRAISER, EN).says("help")).contains("find");
    }

    @ParameterizedTest
    @ValueSource(strings = {"найди Николая Гусева", "покажи карточку Гусева Николая Андреевича", "find Nikolai Gusev"})
    void aContactIsFoundByAnyFormOfTheName(String words) {
        assertThat(visitors.signsIn(FUNDRAISER, RU).says(words))
                .contains("Николай Андреевич Гусев", "n.gusev@mail.example");
    }

    @Test
    void amongNamesakesStaffChoose() {
        var colleague = visitors.signsIn(FUNDRAISER, RU);
        colleague.says("найди Анну Петрову");
        assertThat(colleague.buttons()).hasSize(2);

        assertThat(colleague.presses(colleague.buttons().get(1))).contains("Петрова", "@");
    }

    @Test
    void amountsAndRestrictedPeopleAreShownByRole() {
        assertThat(visitors.signsIn(FIELD, RU).says("найди Николая Гусева"))
                .contains("Гусев")
                .doesNotContain("₽");
        assertThat(visitors.signsIn(FUNDRAISER, RU).says("найди Николая Гусева"))
                .contains("₽");
        assertThat(visitors.signsIn(FIELD, RU).says("найди Штейнгауза"))
                .contains("Штейнгауз", MANAGER)
                .doesNotContain("a.steingauz@steingauz.example");
        assertThat(visitors.signsIn(MANAGER, RU).says("найди Штейнгауза")).contains("a.steingauz@steingauz.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Вчера встретилась с Николаем Гусевым, обсудили летний лагерь 🏕",
                "met Nikolai Gusev yesterday, we talked about the summer camp 🏕"
            })
    void aMeetingIsLoggedAndTakenBack(String words) {
        var colleague = visitors.signsIn(FIELD, RU);

        assertThat(colleague.says(words)).contains("Николай Андреевич Гусев");
        var logged = interaction(words).orElseThrow();
        assertThat(logged.getKind()).isEqualTo("meeting");
        assertThat(logged.getHappenedOn()).isEqualTo(LocalDate.of(2026, 5, 19));
        colleague.presses(colleague.buttons().getLast());

        assertThat(interaction(words)).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotTakenBack() {
        var words = "Позвонила Марине Гусевой, она довольна";
        var colleague = visitors.signsIn(FIELD, RU);
        colleague.says(words);
        long logged = interaction(words).orElseThrow().getId();
        change(logged, "Позвонила Марине Гусевой: довольна, просит отчёт");

        var reply = colleague.says("отмени");

        assertThat(reply).contains(ADMIN);
        assertThat(NODE.database().sql().fetchExists(INTERACTION, INTERACTION.ID.eq(logged)))
                .isTrue();
    }

    /** The admin edits a record. */
    private static void change(long interaction, String summary) {
        var admin = NODE.database()
                .sql()
                .select(STAFF.ID)
                .from(STAFF)
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(CONTACT.NAME.eq(ADMIN))
                .fetchOptional(STAFF.ID);
        var context = new ChangeContext(
                admin, Optional.empty(), Optional.empty(), NODE.clock().instant());
        NODE.database()
                .change(
                        context,
                        sql -> sql.update(INTERACTION)
                                .set(INTERACTION.SUMMARY, summary)
                                .where(INTERACTION.ID.eq(interaction))
                                .execute());
    }

    @ParameterizedTest
    @ValueSource(strings = {"нет, 700 рублей", "отмени", "убери это пожертвование", "это было позавчера"})
    void aGiftThatTheBankHasConfirmedStaysAsItIs(String words) {
        var colleague = visitors.signsIn(FUNDRAISER, RU);
        colleague.says("Николай Гусев вчера пожертвовал 543 рубля 🎁");
        var gift = lastGift();
        reconcile(gift.getId());

        var reply = colleague.says(words);

        assertThat(reply).contains("сверено с банком");
        assertThat(lastGift().getId()).isEqualTo(gift.getId());
        assertThat(lastGift().getAmount()).isEqualByComparingTo("543");
        assertThat(lastGift().getReceivedOn()).isEqualTo(gift.getReceivedOn());
    }

    @Test
    void aCorrectionBeforeTheBankConfirmedItIsNotTakenBackAfterwards() {
        var colleague = visitors.signsIn(FUNDRAISER, RU);
        colleague.says("Николай Гусев вчера пожертвовал 320 рублей");
        colleague.says("нет, 230 рублей");
        reconcile(lastGift().getId());

        assertThat(colleague.says("отмени")).contains("сверено с банком");
        assertThat(lastGift().getAmount()).isEqualByComparingTo("230");
    }

    private static GiftRecord lastGift() {
        return NODE.database()
                .sql()
                .selectFrom(GIFT)
                .orderBy(GIFT.ID.desc())
                .limit(1)
                .fetchSingle();
    }

    /** A line of the bank is found for a gift. */
    private static void reconcile(long gift) {
        NODE.database()
                .change(
                        ChangeContext.system(NODE.clock().instant()),
                        sql -> sql.update(GIFT)
                                .set(GIFT.RECONCILED_AT, NODE.clock().instant())
                                .where(GIFT.ID.eq(gift))
                                .execute());
    }

    private static Optional<InteractionRecord> interaction(String summary) {
        return NODE.database()
                .sql()
                .selectFrom(INTERACTION)
                .where(INTERACTION.SUMMARY.eq(summary))
                .fetchOptional();
    }
}
