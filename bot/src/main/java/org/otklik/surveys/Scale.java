package org.otklik.surveys;

/**
 * The marks of a survey.
 *
 * @param lowest the worst mark
 * @param highest the best one
 */
record Scale(int lowest, int highest) {
    private static final Scale SATISFACTION = new Scale(1, 5);
    private static final Scale RECOMMENDATION = new Scale(0, 10);

    static Scale of(String kind) {
        return kind.equals("nps") ? RECOMMENDATION : SATISFACTION;
    }

    boolean holds(int score) {
        return score >= lowest && score <= highest;
    }
}
