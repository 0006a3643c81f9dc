package org.otklik.volunteering;

import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.staff.StaffMembers;
import org.otklik.staff.StaffMembers.Member;

/** Who says whether hours count: who looks after the contract, else a coordinator of volunteers, else a manager. */
final class Approvers {
    private final DSLContext sql;

    Approvers(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Member> of(long contactId) {
        var staff = new StaffMembers(sql);
        return new TimeEntries(sql)
                .ownerOfContract(contactId)
                .flatMap(staff::find)
                .or(staff::coordinator);
    }
}
