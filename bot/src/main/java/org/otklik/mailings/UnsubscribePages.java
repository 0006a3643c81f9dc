package org.otklik.mailings;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.contacts.Consents;
import org.otklik.contacts.Consents.Purpose;
import org.otklik.contacts.Contacts;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.links.LinkedPage;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;

/**
 * Ends a mailing by one click, at {@code /unsubscribe/{kind}/{token}} (RFC 8058): a POST acts, be it of a mail program or of the button on
 * the page that a GET shows. The page says nothing of its reader.
 */
public final class UnsubscribePages {
    private static final String ROUTE = UnsubscribeLinks.PATH + ":kind/:token";

    private final Database database;
    private final UnsubscribeLinks links;
    private final Texts texts;
    private final Function<Language, String> organization;
    private final Clock clock;

    /** @param organization the name of the organisation, by language */
    public UnsubscribePages(
            Database database,
            UnsubscribeLinks links,
            Texts texts,
            Function<Language, String> organization,
            Clock clock) {
        this.database = database;
        this.links = links;
        this.texts = texts;
        this.organization = organization;
        this.clock = clock;
    }

    /** A reader who wants no more mailings of a kind. */
    private record Leaving(ContactRecord contact, Purpose kind) {}

    public void mount(Router router) {
        router.route(ROUTE)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> answer(request, this::asked));
        router.post(ROUTE).handler(request -> answer(request, this::done));
    }

    private interface Page {
        LinkedPage of(Leaving leaving, Language language);
    }

    private void answer(RoutingContext request, Page page) {
        var kind = UnsubscribeLinks.kind(request.pathParam("kind"));
        var token = request.pathParam("token");
        var usual = LinkedPage.languageOf(request);
        request.vertx()
                .executeBlocking(
                        () -> kind.flatMap(known -> leaving(known, token))
                                .map(leaving -> page.of(leaving, language(leaving, usual)))
                                .orElseGet(() -> unknown(usual)),
                        false)
                .onSuccess(found -> found.send(request))
                .onFailure(request::fail);
    }

    private Optional<Leaving> leaving(Purpose kind, String token) {
        return links.contact(kind, token).flatMap(this::contact).map(contact -> new Leaving(contact, kind));
    }

    /** Who was merged into another record since is that one. */
    private Optional<ContactRecord> contact(long id) {
        var contacts = new Contacts(database.sql());
        return contacts.find(id)
                .flatMap(found -> Optional.ofNullable(found.getMergedInto())
                        .flatMap(contacts::find)
                        .or(() -> Optional.of(found)));
    }

    private static Language language(Leaving leaving, Language usual) {
        return Optional.ofNullable(leaving.contact().getLanguage())
                .flatMap(Language::of)
                .orElse(usual);
    }

    private LinkedPage asked(Leaving leaving, Language language) {
        var buttons = new ArrayList<LinkedPage.Button>();
        buttons.add(button(leaving.kind(), leaving, language, MailingsText.LEAVE));
        if (leaving.kind() != Purpose.ALL_MAILINGS) {
            buttons.add(button(Purpose.ALL_MAILINGS, leaving, language, MailingsText.LEAVE_ALL));
        }
        return page(
                200,
                language,
                say(language, MailingsText.LEAVE_TITLE),
                sentence(leaving, language, MailingsText.LEAVE_QUESTION),
                buttons);
    }

    private LinkedPage.Button button(Purpose kind, Leaving leaving, Language language, MailingsText label) {
        return new LinkedPage.Button(
                say(language, label), links.of(leaving.contact().getId(), kind).getPath());
    }

    private LinkedPage done(Leaving leaving, Language language) {
        refuse(leaving);
        return page(
                200,
                language,
                say(language, MailingsText.LEFT_TITLE),
                sentence(leaving, language, MailingsText.LEFT),
                List.of());
    }

    /** Whoever has refused already, or is erased, has nothing to be written of. */
    private void refuse(Leaving leaving) {
        var contact = leaving.contact();
        boolean isRefused = new Consents(database.sql())
                .last(contact.getId(), leaving.kind())
                .filter(isGranted -> !isGranted)
                .isPresent();
        if (!isRefused && contact.getErasedAt() == null) {
            var now = clock.instant();
            database.change(
                    new ChangeContext(Optional.empty(), Optional.of(contact.getId()), Optional.empty(), now),
                    sql -> new Consents(sql).refuseByLink(contact.getId(), leaving.kind(), now));
        }
    }

    private LinkedPage unknown(Language language) {
        return page(
                404,
                language,
                say(language, MailingsText.NO_LINK_TITLE),
                say(language, MailingsText.NO_LINK),
                List.of());
    }

    private String sentence(Leaving leaving, Language language, MailingsText key) {
        return texts.say(language, Text.of(key).with("kind", UnsubscribeLinks.word(leaving.kind())));
    }

    private String say(Language language, MailingsText key) {
        return texts.say(language, key);
    }

    private LinkedPage page(
            int status, Language language, String title, String sentence, List<LinkedPage.Button> buttons) {
        return new LinkedPage(status, language, organization.apply(language), title, sentence, buttons);
    }
}
