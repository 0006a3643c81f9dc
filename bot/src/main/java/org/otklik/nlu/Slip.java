package org.otklik.nlu;

/** How much of a word was mistyped. */
public final class Slip {
    private Slip() {}

    /** How many letters of a word are wrong, missing or too many; two that changed places are one mistake. */
    public static int between(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int step(int[][] table, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + same);
        boolean isSwapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
