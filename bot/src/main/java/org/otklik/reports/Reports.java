package org.otklik.reports;

import org.otklik.access.AccessRules;
import org.otklik.conversation.Turn;
import org.otklik.i18n.PlainDay;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Makes reports for whom they are made for. */
final class Reports {
    private final Organization organization;
    private final AccessRules access;

    Reports(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    Report make(Turn turn, Request request) {
        var role = turn.speaker().staff().orElseThrow().role();
        var viewer = new Viewer(
                turn, organization.day(turn.at()), access.mayListRestricted(role), access.mayListAmounts(role));
        return of(viewer, request)
                .and(viewer.say(Text.of(ReportsText.AS_OF).with("day", new PlainDay(viewer.today()))));
    }

    private Report of(Viewer viewer, Request request) {
        return switch (request.kind()) {
            case RECEIVED -> new Received(viewer).received(request);
            case PROMISED -> new Received(viewer).promised(request);
            case LYBUNT -> new Returning(viewer).lybunt(request);
            case SYBUNT -> new Returning(viewer).sybunt(request);
            case RETENTION -> new Returning(viewer).retention(request);
            case LARGEST -> new Received(viewer).largest(request);
            case DONORS -> new Received(viewer).donors(request);
            case AVERAGE -> new Received(viewer).average(request);
            case NPS -> new Opinions(viewer, organization).nps(request);
            case CSAT -> new Opinions(viewer, organization).csat(request);
            case RESPONSE -> new Opinions(viewer, organization).response(request);
            case FIRST_REPLY -> new Workload(viewer, organization).firstReply(request);
            case HOURS -> new Workload(viewer, organization).hours(request);
            case GAPS -> new Gaps(viewer).gaps(request);
        };
    }
}
