package org.otklik.surveys;

/**
 * The marks of a survey.
 *
 * @param lowest the worst mark
 * @param highest the best one
 * @param unhappy the best mark of those who are not content
 */
record Scale(int lowest, int highest, int unhappy) {
    private static final Scale SATISFACTION = new Scale(1, 5, 2);
    private static final Scale RECOMMENDATION = new Scale(0, 10, 6);

    static Scale of(String kind) {
        return kind.equals("nps") ? RECOMMENDATION : SATISFACTION;
    }

    boolean holds(int score) {
        return score >= lowest && score <= highest;
    }

    boolean isLow(int score) {
        return score <= unhappy;
    }

    /** Whether a low mark means that something was done badly, and not only that somebody would not recommend us. */
    boolean isGrave() {
        return this.equals(SATISFACTION);
    }
}
