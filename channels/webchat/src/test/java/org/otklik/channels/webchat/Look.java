package org.otklik.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Looks at a page as people do who see little or none of it, by the rules of axe-core. */
final class Look {
    private static final String RULES = rules();

    private Look() {}

    /** Takes a picture for people to look at, and fails on what axe-core calls serious or critical. */
    static void at(Page page, String name) {
        page.evaluate(RULES);
        var violations = page.evaluate("""
                async () => {
                  const animations = document.querySelector('otklik-chat').shadowRoot.getAnimations();
                  await Promise.all(animations.map((it) => it.effect.getTiming().iterations === 1 && it.finished));
                  const found = await axe.run({ resultTypes: ['violations'] });
                  return found.violations
                    .filter((it) => it.impact === 'serious' || it.impact === 'critical')
                    .flatMap((it) => it.nodes.map((node) => `${it.id} ${node.target.flat().join(' ')}: ${node.failureSummary}`));
                }""");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat((List<?>) violations).as(name).isEmpty();
    }

    private static String rules() {
        try (var stream = Look.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
