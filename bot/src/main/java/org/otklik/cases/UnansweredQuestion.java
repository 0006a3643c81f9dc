package org.otklik.cases;

import java.util.Set;
import org.otklik.conversation.Letterbox;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.knowledge.ArticleSearches;
import org.otklik.knowledge.AskKnowledge;
import org.otklik.organization.Organization;

/** A question that no article answered, or not well: a person will. */
public final class UnansweredQuestion implements Skill {
    private final Organization organization;
    private final OpenCase cases;
    private final HandOver handOver;

    public UnansweredQuestion(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.handOver = new HandOver(organization, reach);
    }

    @Override
    public Set<String> intents() {
        return Set.of(AskKnowledge.UNANSWERED);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        long search = heard.number("search").orElseThrow();
        var question =
                new ArticleSearches(turn.sql()).fail(search, turn.conversation().id());
        var said = heard.whole().text();
        var subject = question.map(asked -> said.isBlank() ? asked : asked + " / " + said)
                .orElse(said);
        var opened = cases.open(turn, Cases.Kind.QUESTION, Cases.Priority.NORMAL, subject);
        if (handOver.isOpen(turn) && !Letterbox.isLetterbox(turn.conversation().address())) {
            handOver.tell(turn, opened);
            handOver.handOver(turn, opened);
            return;
        }
        turn.say(Text.of(CasesText.PASSED_ON)
                .with("number", String.valueOf(opened.getNumber()))
                .with("due", organization.local(opened.getFirstReplyDueAt())));
        handOver.askForReach(turn);
    }
}
