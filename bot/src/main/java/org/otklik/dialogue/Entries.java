package org.otklik.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/** The forms that write records, by name. */
public final class Entries {
    private final Map<String, EntryForm> forms;

    public Entries(List<Form> forms) {
        this.forms = forms.stream()
                .filter(EntryForm.class::isInstance)
                .map(EntryForm.class::cast)
                .collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
    }

    EntryForm form(String name) {
        return Optional.ofNullable(forms.get(name))
                .orElseThrow(() -> new IllegalStateException("no form that writes records is called " + name));
    }

    /** Why a record can't be taken back any more. */
    public Optional<Text> refusal(Turn turn, Entry entry) {
        return form(entry.form()).refusal(turn, entry.row());
    }

    /** A record in one line. */
    public Text told(Turn turn, Entry entry) {
        return form(entry.form()).told(turn, new Answers(entry.answers(), Map.of()));
    }
}
