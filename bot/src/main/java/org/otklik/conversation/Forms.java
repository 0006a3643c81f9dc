package org.otklik.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forms of a conversation.
 *
 * @param open the one that is being filled in
 * @param draft one that was left a short while ago, and can go on
 * @param waiting those that come after, in the order in which they were wished for
 */
public record Forms(Optional<OpenForm> open, Optional<OpenForm> draft, List<OpenForm> waiting) {
    static final Forms NONE = new Forms(Optional.empty(), Optional.empty(), List.of());

    public Forms {
        waiting = List.copyOf(waiting);
    }

    Forms opening(OpenForm form) {
        return new Forms(Optional.of(form), draft.filter(left -> !left.name().equals(form.name())), waiting);
    }

    Forms closing() {
        return new Forms(Optional.empty(), draft, waiting);
    }

    /** The open form is put aside; it can be taken up again. */
    Forms leaving() {
        return new Forms(Optional.empty(), open, waiting);
    }

    Forms queueing(OpenForm form) {
        var more = new ArrayList<>(waiting);
        more.add(form);
        return new Forms(open, draft, more);
    }

    /** The open form comes after what is begun now, before all others that wait. */
    Forms parking() {
        var more = new ArrayList<>(waiting);
        open.ifPresent(more::addFirst);
        return new Forms(Optional.empty(), draft, more);
    }

    /** One of those that wait is gone on with; the open one waits instead. */
    Forms takingUp(OpenForm before, OpenForm now) {
        var others = new ArrayList<>(parking().waiting);
        others.remove(before);
        return new Forms(Optional.of(now), draft, others);
    }

    /** All that is not finished. */
    public List<OpenForm> begun() {
        return parking().waiting;
    }

    Forms waitingFor(List<OpenForm> others) {
        return new Forms(open, draft, others);
    }

    Forms withoutDraft() {
        return new Forms(open, Optional.empty(), waiting);
    }
}
