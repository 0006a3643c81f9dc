package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real script in a folder of its own, with a JDK and a Maven that only tell how they were called. */
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "tee",
            "test",
            "touch");

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final FileTime YESTERDAY = FileTime.from(Instant.parse("2021-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private record Outcome(int status, List<String> out, List<String> err) {}

    @BeforeEach
    void aBuiltProduct() throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Path.of("../otklik"), home.resolve("otklik"));
        for (var source : List.of(".mvn", "i18n", "migrations", "nlp-models", "channels", "bot/src/main")) {
            Files.createDirectories(home.resolve(source));
        }
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("bot/pom.xml"), "");
        Files.writeString(home.resolve("otklik.example.yaml"), "");
        Files.writeString(home.resolve("bot/src/main/Main.java"), "");
        Files.createDirectories(home.resolve("bot/target/otklik/lib"));
        Files.writeString(home.resolve("bot/target/otklik/lib/otklik.jar"), "");
        age(home);
        Files.setLastModifiedTime(Files.writeString(home.resolve("bot/target/otklik/marker"), ""), YESTERDAY);

        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        program("tools/id", "echo 1000");
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "printf '%s\\n' \"$PWD\" \"$LC_ALL\" \"$@\"");
    }

    @Test
    void argumentsFolderAndLettersReachTheProgramAsTheyAre() throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("в другом месте"));
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("home/otklik"));

        var outcome = run(elsewhere, link.toString(), "import", "Список жертвователей.csv", "", "--json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith(elsewhere.toString(), "C.UTF-8");
        assertThat(outcome.out()).endsWith("org.otklik.Main", "import", "Список жертвователей.csv", "", "--json");
        assertThat(outcome.out())
                .contains(
                        folder.resolve("home/bot/target/otklik/lib/otklik.jar").toString());
    }

    @Test
    void aChangedSourceIsBuiltAndOnlyStandardErrorSaysSo() throws Exception {
        Files.writeString(folder.resolve("home/bot/src/main/Main.java"), "changed");
        program("tools/mvn", """
                echo '[INFO] Building Otklik: the bot 0.1.0                 [8/8]'
                mkdir -p bot/target/otklik/lib; echo new > bot/target/otklik/lib/new.jar""");

        var first = run(folder, launcher(), "doctor", "--json");
        var second = run(folder, launcher(), "doctor", "--json");

        assertThat(first.err())
                .containsExactly(
                        "Building Otklik, since its sources have changed…",
                        "  [8/8] the bot",
                        "  learning to start fast");
        assertThat(first.out()).startsWith(folder.toString()).endsWith("doctor", "--json");
        assertThat(String.join(" ", first.out())).contains("new.jar").doesNotContain("otklik.jar");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void aDeletedSourceIsNoticedAndATestIsNot() throws Exception {
        Files.createDirectories(folder.resolve("home/bot/src/test"));
        Files.writeString(folder.resolve("home/bot/src/test/MainTest.java"), "");
        Files.setLastModifiedTime(folder.resolve("home/bot/src"), LONG_AGO);
        assertThat(run(folder, launcher(), "--help").err()).isEmpty();

        Files.delete(folder.resolve("home/bot/src/main/Main.java"));

        program("tools/mvn", "");
        assertThat(run(folder, launcher(), "--help").err().getFirst()).startsWith("Building Otklik");
    }

    @Test
    void aFailedBuildSaysWhyAndIsTriedAgain() throws Exception {
        Files.writeString(folder.resolve("home/bot/src/main/Main.java"), "broken");
        program("tools/mvn", "echo '[ERROR] Main.java:[1,1] class expected'; exit 1");

        var outcome = run(folder, launcher(), "run");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("[ERROR] Main.java:[1,1] class expected")
                .last()
                .asString()
                .startsWith("otklik: the build failed");
        assertThat(run(folder, launcher(), "run").status()).isEqualTo(3);
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(folder.resolve("home/bot/target/otklik/marker"));

        var outcome = run(folder, launcher(), "run");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .containsExactly("otklik: Maven was not found: install it (Debian: apt-get install maven)");
    }

    @Test
    void testsWithoutABrowserAndMailServersFailAndSayHowToGetThem() throws Exception {
        program("tools/mvn", "echo built");

        var outcome = run(folder, launcher(), "test");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .containsExactly("otklik: the tests need more packages: sudo apt-get install "
                        + "chromium fonts-dejavu-core dovecot-imapd dovecot-lmtpd postfix");
    }

    @Test
    void testsHandTheirArgumentsToMaven() throws Exception {
        program("tools/chromium", "");
        program("tools/dovecot", "");
        program("tools/postfix", "");
        program("tools/mvn", "echo \"$PWD\" \"$@\"; exit 7");

        var outcome = run(folder, launcher(), "test", "--", "-pl", "i18n");

        assertThat(outcome.out()).containsExactly(folder.resolve("home") + " -B -ntp -T 2 verify -pl i18n");
        assertThat(outcome.status()).isEqualTo(7);
    }

    private String launcher() {
        return folder.resolve("home/otklik").toString();
    }

    private Outcome run(Path workingFolder, String... command) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("tools").toString(),
                        "HOME", folder.toString(),
                        "JAVA_HOME", folder.resolve("jdk").toString()));
        int status = builder.start().waitFor();
        return new Outcome(status, Files.readAllLines(out), Files.readAllLines(err));
    }

    private void program(String name, String script) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "#!/usr/bin/bash\n" + script + "\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path home) throws IOException {
        var all = new ArrayList<Path>();
        try (var files = Files.walk(home)) {
            files.forEach(all::add);
        }
        for (var path : all) {
            Files.setLastModifiedTime(path, LONG_AGO);
        }
    }
}
