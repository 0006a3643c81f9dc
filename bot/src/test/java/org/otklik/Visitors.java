package org.otklik;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.otklik.i18n.Language;

/** The visitors of one test: they leave after it, and when it failed, what was said stands beside the failure. */
final class Visitors implements AfterEachCallback {
    private final TestNode node;
    private final List<ChatVisitor> present = new ArrayList<>();

    Visitors(TestNode node) {
        this.node = node;
    }

    /** Somebody opens the chat, with a device of that language. */
    ChatVisitor arrives(Language language) {
        return keep(ChatVisitor.arrives(node, language));
    }

    /** Somebody connects, and has not said hello yet. */
    ChatVisitor connects() {
        return keep(ChatVisitor.connects(node));
    }

    /** A member of staff signs in by a one-time link. */
    ChatVisitor signsIn(String name, Language language) {
        var colleague = arrives(language);
        colleague.follows(node.invite(name));
        return colleague;
    }

    private ChatVisitor keep(ChatVisitor visitor) {
        present.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        present.forEach(visitor -> {
            visitor.close();
            test.getExecutionException()
                    .ifPresent(
                            failure -> failure.addSuppressed(new AssertionError("said was:\n" + visitor.transcript())));
        });
    }
}
