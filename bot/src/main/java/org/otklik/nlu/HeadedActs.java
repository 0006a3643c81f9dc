package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;

/** "Log call: Klaus will double his gift": whom a heading is about stands behind its colon. */
final class HeadedActs {
    private HeadedActs() {}

    static List<Act> of(List<Act> acts) {
        var headed = new ArrayList<>(acts);
        for (int i = 0; i + 1 < acts.size(); i++) {
            var act = acts.get(i);
            boolean isHeading =
                    act.text().strip().endsWith(":") && act.entities().stream().noneMatch(Entity::namesSomebody);
            var named = acts.get(i + 1).entities().stream()
                    .filter(Entity::namesSomebody)
                    .findFirst()
                    .filter(_ -> isHeading);
            int at = i;
            named.ifPresent(somebody -> headed.set(at, act.about(somebody)));
        }
        return headed;
    }
}
