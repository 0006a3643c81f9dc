package org.otklik.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.otklik.access.Role;
import org.otklik.cli.Installation.Result;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.PointKind;
import org.otklik.host.Channels;
import org.otklik.i18n.Language;
import org.otklik.invitations.RevokeStaff;
import org.otklik.staff.Invitations;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Members of staff: let somebody in, see who is in, show somebody out. */
@Command(name = "staff", description = "Invite colleagues, list them, end their access.")
public final class StaffCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by the library
    private CommandSpec spec;

    @Command(
            name = "invite",
            description = {
                "Make a one-time link with which a colleague signs in to the web chat, or a code to send to the bot.",
                "It works once, for 24 hours. For somebody who is a colleague already, it makes a new link."
            })
    int invite(
            @Mixin Installation installation,
            @Parameters(paramLabel = "NAME", description = "Given name and family name, for example \"Anna Petrova\".")
                    String name,
            @Option(
                            names = "--role",
                            defaultValue = "field",
                            description = "admin, manager, fundraiser, field or volunteer_coordinator; "
                                    + "without this option: field.")
                    String role,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "The colleague's e-mail address.")
                    @Nullable
                    String email,
            @Option(names = "--language", paramLabel = "CODE", description = "en or ru: the language to greet in.")
                    @Nullable
                    String language) {
        var given = role(role);
        var organization =
                Installation.organization(installation.configuration().settings());
        return installation.withDatabase(database -> {
            var code = new AtomicReference<>("");
            var at = Installation.clock().instant();
            database.change(ChangeContext.system(at), sql -> {
                var staff = new StaffMembers(sql);
                long id = named(staff, name)
                        .map(member -> staff.add(member.contactId(), given))
                        .orElseGet(() -> {
                            var contacts = new Contacts(sql);
                            var speaks = Optional.ofNullable(language)
                                    .flatMap(Language::of)
                                    .orElse(organization.language());
                            long contactId =
                                    contacts.add(new Contacts.NewPerson(PersonName.parse(name), speaks, "staff"), at);
                            Optional.ofNullable(email)
                                    .map(address -> new ContactPoint(
                                            PointKind.EMAIL, address.strip().toLowerCase(Locale.ROOT)))
                                    .ifPresent(point -> new ContactPoints(sql).add(contactId, point));
                            return staff.add(contactId, given);
                        });
                code.set(new Invitations(sql, new SecureRandom()).create(id, at));
            });
            var link = organization.publicUrl() + "/#code=" + code.get();
            installation.print(
                    new Result(link, name, "invited"),
                    name + " (" + given.code() + ") can sign in with this link, once, within 24 hours:\n" + link
                            + inChats(installation, Objects.requireNonNull(code.get())));
            return 0;
        });
    }

    private static String inChats(Installation installation, String code) {
        var links = Channels.doors(installation.configuration(), code).stream()
                .map(link -> "\nor with this one:\n" + link)
                .collect(Collectors.joining());
        return links + "\nor by sending the bot in a chat program, instead of following a link:\n/start " + code;
    }

    @Command(name = "list", description = "Show who can sign in.")
    int list(@Mixin Installation installation) {
        return installation.withDatabase(database -> {
            for (var member : new StaffMembers(database.sql()).all()) {
                var state = member.active() ? "active" : "revoked";
                installation.print(
                        new Result(String.valueOf(member.id()), member.name(), state),
                        "%-4d %-30s %-22s %s"
                                .formatted(
                                        member.id(),
                                        member.name(),
                                        member.role().code(),
                                        state));
            }
            return 0;
        });
    }

    @Command(
            name = "revoke",
            description = "End a colleague's access: sessions and links stop working, open tasks go to somebody else.")
    int revoke(
            @Mixin Installation installation,
            @Parameters(paramLabel = "NAME", description = "The name or the number that `staff list` shows.")
                    String name,
            @Option(
                            names = "--tasks-to",
                            paramLabel = "NAME",
                            description = "Who gets the open tasks; without this option, a manager.")
                    @Nullable
                    String successor) {
        return installation.withDatabase(database -> {
            var leaver = existing(database, name);
            var heir = successor == null ? heirOf(database, leaver) : existing(database, successor);
            var moved = new AtomicReference<>(0);
            var at = Installation.clock().instant();
            database.change(ChangeContext.system(at), sql -> moved.set(new RevokeStaff(sql, at).revoke(leaver, heir)));
            installation.print(
                    new Result(String.valueOf(leaver.id()), leaver.name(), "revoked"),
                    leaver.name() + " can no longer sign in. Open tasks moved to " + heir.name() + ": " + moved.get());
            return 0;
        });
    }

    private Role role(String code) {
        try {
            return Role.of(code);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--role: " + e.getMessage() + "; for example: --role manager");
        }
    }

    private static Optional<Member> named(StaffMembers staff, String name) {
        return staff.all().stream()
                .filter(member -> member.name().equals(name)
                        || String.valueOf(member.id()).equals(name))
                .findFirst();
    }

    private Member existing(Database database, String name) {
        return named(new StaffMembers(database.sql()), name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "no colleague is called " + name + "; see: otklik staff list"));
    }

    private Member heirOf(Database database, Member leaver) {
        List<Member> others = new StaffMembers(database.sql())
                .all().stream()
                        .filter(member -> member.active() && member.id() != leaver.id())
                        .toList();
        return others.stream()
                .filter(member -> member.role() == Role.MANAGER || member.role() == Role.ADMIN)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "nobody else could take over the tasks; first: otklik staff invite \"Anna Petrova\""));
    }
}
