package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The Chromium of the system, headless, and what it shows looked at by the rules of axe-core. */
final class Chromium implements AutoCloseable {
    private static final String RULES = rules();

    /** Playwright's own browsers are a download of their own, so they are not used. */
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")));

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium on the PATH: apt-get install chromium"));
    }

    Browser browser() {
        return browser;
    }

    /** Takes a picture for people to look at, and fails on what the rules call serious or critical. */
    static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        page.evaluate(RULES);
        var violations = page.evaluate("""
                async () => {
                  const found = await axe.run({ resultTypes: ['violations'] });
                  return found.violations
                    .filter((it) => it.impact === 'serious' || it.impact === 'critical')
                    .flatMap((it) => it.nodes.map((node) => `${it.id} ${node.target.flat().join(' ')}: ${node.failureSummary}`));
                }""");
        assertThat((List<?>) violations).as(name).isEmpty();
    }

    private static String rules() {
        try (var stream = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
