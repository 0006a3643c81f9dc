package org.otklik;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.otklik.config.Configuration;
import org.otklik.conversation.Changes;
import org.otklik.conversation.Inbox;
import org.otklik.conversation.TurnRunner;
import org.otklik.delivery.OutboxPump;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Skill;
import org.otklik.fixtures.Demo;
import org.otklik.store.Database;

/** Who may see whom. The walls stand on the class path of a running Otklik, so they hold for every module. */
class WallsTest {
    /** What everything else is built on; all other packages of the bot are features, or put features together. */
    private static final String[] CORE = {
        "org.otklik.access..",
        "org.otklik.config..",
        "org.otklik.conversation..",
        "org.otklik.delivery..",
        "org.otklik.dialogue..",
        "org.otklik.links..",
        "org.otklik.nlu..",
        "org.otklik.organization..",
        "org.otklik.store..",
        "org.otklik.time.."
    };

    private static final String[] OTHER_MODULES = {
        "org.otklik.botapi..",
        "org.otklik.channels..",
        "org.otklik.i18n..",
        "org.otklik.migrations..",
        "org.otklik.nlp..",
        "org.otklik.schema..",
        "org.otklik.codegen.."
    };

    private static final DescribedPredicate<JavaClass> FEATURE = describe(
            "a feature, or what puts features together",
            type -> type.getPackageName().startsWith("org.otklik")
                    && !resideInAnyPackage(CORE).test(type)
                    && !resideInAnyPackage(OTHER_MODULES).test(type));

    private static final DescribedPredicate<JavaClass> SKILL_OR_FORM = describe(
            "a skill or a form",
            type -> !type.isInterface() && (type.isAssignableTo(Skill.class) || type.isAssignableTo(Form.class)));

    @Test
    void theCoreSeesNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(FEATURE)
                .check(Product.CLASSES);
    }

    @Test
    void understandingKnowsNothingOfRecordsOrConversations() {
        classes()
                .that()
                .resideInAPackage("org.otklik.nlu..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.otklik.nlu..", "org.otklik.nlp..", "org.otklik.i18n..")
                        .or(not(resideInAnyPackage("org.otklik..", "org.jooq..", "java.sql..", "javax.sql.."))))
                .check(Product.CLASSES);
    }

    @Test
    void aFeatureUsesAnotherOnesRecordsAndStoresButNeverItsSkills() {
        classes()
                .that(resideInAPackage("org.otklik.."))
                .and(not(resideInAPackage("org.otklik")))
                .should(seeSkillsOnlyOfTheirOwnPackage())
                .check(Product.CLASSES);
    }

    private static ArchCondition<JavaClass> seeSkillsOnlyOfTheirOwnPackage() {
        return new ArchCondition<>("see skills and forms only of their own package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> SKILL_OR_FORM.test(dependency.getTargetClass()))
                        .filter(dependency ->
                                !dependency.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .map(Dependency::getDescription)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("org.otklik.(*)..").should().beFreeOfCycles().check(Product.CLASSES);
    }

    @Test
    void nobodyLooksBackAtTheRoot() {
        noClasses()
                .that(not(resideInAPackage("org.otklik")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.otklik"))
                .check(Product.CLASSES);
    }

    @Test
    void channelsSeeTextsAndEachOthersApiAndNothingElseOfOurs() {
        classes()
                .that()
                .resideInAPackage("org.otklik.channels..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.otklik.channels..", "org.otklik.i18n..")
                        .or(not(resideInAnyPackage("org.otklik..", "org.jooq..", "java.sql..", "javax.sql.."))))
                .check(Product.CLASSES);
    }

    @Test
    void noCodeNamesAChannel() {
        noClasses()
                .that(not(resideInAPackage("org.otklik.channels..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.otklik.channels.(*).."))
                .check(Product.CLASSES);
    }

    @Test
    void onlyTheEdgesReadTheSettings() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "org.otklik",
                        "org.otklik.config..",
                        "org.otklik.cli..",
                        "org.otklik.bench..",
                        "org.otklik.admin..",
                        "org.otklik.check..",
                        "org.otklik.host..")))
                .should()
                .dependOnClassesThat(assignableTo(Configuration.class))
                .check(Product.CLASSES);
    }

    @Test
    void transactionsStartInFewPlaces() {
        var starters = Stream.of(Database.class, Inbox.class, TurnRunner.class, OutboxPump.class, Demo.class)
                .map(Class::getName)
                .collect(Collectors.toSet());
        starters.add("org.otklik.conversation.FailedTurns");
        starters.add("org.otklik.jobs.JobList");
        starters.add("org.otklik.learning.ArticleFiles");
        starters.add("org.otklik.learning.Learning");
        starters.add("org.otklik.host.ChannelTasks");
        starters.add("org.otklik.mailings.UnsubscribePages");
        noClasses()
                .that(describe("elsewhere", type -> !starters.contains(outermost(type))))
                .and(not(resideInAnyPackage("org.otklik.cli..", "org.otklik.check..")))
                .should()
                .callMethodWhere(describe(
                        "a transaction starts",
                        call -> call.getTargetOwner().isEquivalentTo(Database.class)
                                && Set.of("transaction", "change").contains(call.getName())))
                .check(Product.CLASSES);
    }

    /** A savepoint is a transaction inside another one, for what may fail without failing the turn. */
    @Test
    void savepointsAreSetInFewPlaces() {
        var setters = Set.of(
                Database.class.getName(),
                Changes.class.getName(),
                "org.otklik.conversation.FailedTurns",
                // Each command of a letter may fail without the others.
                "org.otklik.conversation.Turn",
                "org.otklik.delivery.SendOutcomes");
        noClasses()
                .that(describe("elsewhere", type -> !setters.contains(outermost(type))))
                .should()
                .callMethodWhere(describe(
                        "jOOQ starts a transaction",
                        call -> call.getTargetOwner().isAssignableTo(DSLContext.class)
                                && call.getName().startsWith("transaction")))
                .check(Product.CLASSES);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(WallsTest::outermost).orElseGet(type::getName);
    }

    @Test
    void timeComesFromAClockThatIsHandedIn() {
        noClasses()
                .should()
                .callMethodWhere(describe("the machine's clock is read", WallsTest::readsTheMachinesClock))
                .check(Product.CLASSES);
        noClasses()
                .that(not(resideInAnyPackage("org.otklik", "org.otklik.cli..", "org.otklik.codegen..")))
                .should()
                .callMethodWhere(describe(
                        "the machine's clock is taken",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(Product.CLASSES);
    }

    private static boolean readsTheMachinesClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        boolean now = owner.getPackageName().startsWith("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.getName().equals("java.util.Date")
                && call.getName().equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return now || date || isCall(call, "java.lang.System", "currentTimeMillis");
    }

    @Test
    void chanceIsHandedInToo() {
        noClasses()
                .that(not(resideInAPackage("org.otklik")))
                .should()
                .callConstructorWhere(describe(
                        "chance without a seed",
                        call -> call.getTargetOwner().isEquivalentTo(Random.class)
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .orShould()
                .callMethodWhere(describe(
                        "chance without a seed",
                        call -> isCall(call, "java.lang.Math", "random")
                                || isCall(call, "java.util.concurrent.ThreadLocalRandom", "current")))
                .check(Product.CLASSES);
    }

    @Test
    void nobodySleepsAndOnlyTheCommandLineEndsTheProgram() {
        noClasses()
                .should()
                .callMethodWhere(describe("a thread sleeps", call -> isCall(call, "java.lang.Thread", "sleep")))
                .check(Product.CLASSES);
        noClasses()
                .that(describe(
                        "elsewhere",
                        type -> !type.getSimpleName().equals("Main")
                                && !resideInAnyPackage("org.otklik.nlp..", "org.otklik.codegen..")
                                        .test(type)))
                .should()
                .callMethodWhere(describe("the program ends", call -> isCall(call, "java.lang.System", "exit")))
                .check(Product.CLASSES);
    }

    private static boolean isCall(JavaAccess<?> call, String owner, String method) {
        return call.getTargetOwner().getName().equals(owner) && call.getName().equals(method);
    }

    @Test
    void noStateIsSharedThroughStaticFields() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage("org.otklik.schema..")))
                .should()
                .beFinal()
                .check(Product.CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .that(describe("ours", type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Processor|Impl|Service|Dto|Info)")
                .check(Product.CLASSES);
    }
}
