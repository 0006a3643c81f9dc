package org.otklik.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;

class SealTest {
    private final Database database = TestDatabase.open();
    private final Seal seal = Seal.of(database.sql());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasSealedIsOpenedAlsoAfterARestart() {
        var token = seal.token("choice", 42, 1);

        assertThat(Seal.of(database.sql()).open("choice", token)).contains(new long[] {42, 1});
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aTokenOpensNothingElse() {
        assertThat(seal.open("unsubscribe newsletter", seal.token("choice", 42)))
                .isEmpty();
    }

    @Test
    void digitsAreOfOneUseAndOneNumber() {
        assertThat(seal.digits("proof", 7))
                .matches("\\d{8}")
                .isEqualTo(Seal.of(database.sql()).digits("proof", 7));
        assertThat(seal.digits("proof", 8)).isNotEqualTo(seal.digits("proof", 7));
        assertThat(seal.digits("other", 7)).isNotEqualTo(seal.digits("proof", 7));
    }

    @Test
    void noLetterOfATokenCanBeChanged() {
        var random = new Random(20260520);
        var token = seal.token("choice", 42, 1);
        for (int i = 0; i < token.length(); i++) {
            var other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(random.nextInt(64));
            var forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(forged.equals(token) || seal.open("choice", forged).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void anythingElseOpensNothing() {
        for (var token : new String[] {"", "A", "====", "я", "A".repeat(10_000), "\0", "AAAAAAAAAAAAAAAAAAAAAA"}) {
            assertThat(seal.open("choice", token)).isEmpty();
        }
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(new Seal(new byte[32]).open("choice", seal.token("choice", 42)))
                .isEmpty();
    }
}
