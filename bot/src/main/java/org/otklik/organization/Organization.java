package org.otklik.organization;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.otklik.config.LocalizedText;
import org.otklik.i18n.Language;
import org.otklik.time.OfficeHours;

/**
 * What the bot must know of the nonprofit that it speaks for.
 *
 * @param names its name by language
 * @param currency the ISO 4217 code that is meant where staff say none
 * @param region the ISO 3166 code by which phone numbers without + are read
 * @param languages those that it speaks, the first one first
 * @param firstReplyTarget how much office time may pass before a person answers
 * @param surveyPause how long a person is left in peace between two surveys
 * @param howToPay what to tell who has promised a gift, by language
 * @param emergency what to tell at once somebody in danger, by language
 * @param privacyNotice where it is told how data is used
 * @param mailbox the address from which it writes letters; empty where it has none
 * @param publicUrl where the bot's own pages are, without a slash at the end
 */
public record Organization(
        LocalizedText names,
        String currency,
        ZoneId zone,
        String region,
        List<Language> languages,
        OfficeHours officeHours,
        Duration firstReplyTarget,
        Duration surveyPause,
        LocalizedText howToPay,
        LocalizedText emergency,
        Optional<String> privacyNotice,
        Optional<String> mailbox,
        String publicUrl) {

    public Organization {
        languages = List.copyOf(languages);
    }

    /** The same under another name, and with other ways to pay. */
    public Organization presentedAs(LocalizedText name, LocalizedText waysToPay) {
        return new Organization(
                name,
                currency,
                zone,
                region,
                languages,
                officeHours,
                firstReplyTarget,
                surveyPause,
                waysToPay,
                emergency,
                privacyNotice,
                mailbox,
                publicUrl);
    }

    /** The same, with an address from which it can write letters. */
    public Organization writingFrom(Optional<String> address) {
        return new Organization(
                names,
                currency,
                zone,
                region,
                languages,
                officeHours,
                firstReplyTarget,
                surveyPause,
                howToPay,
                emergency,
                privacyNotice,
                address,
                publicUrl);
    }

    public String name(Language language) {
        return names.in(language).orElse("Otklik");
    }

    public Optional<String> howToPay(Language language) {
        return howToPay.in(language);
    }

    /** What to tell at once somebody in danger; empty where nothing was configured. */
    public Optional<String> emergency(Language language) {
        return emergency.in(language);
    }

    /** The language to speak with somebody who has not written a word yet. */
    public Language language() {
        return languages.getFirst();
    }

    /** The day at a moment, where the organisation is. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The time on the organisation's clocks. */
    public LocalDateTime local(Instant at) {
        return at.atZone(zone).toLocalDateTime();
    }

    /** When somebody must have answered what came in at a moment. */
    public Instant firstReplyDue(Instant at) {
        return officeHours.plus(at, firstReplyTarget);
    }
}
