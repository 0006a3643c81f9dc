package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final int WRONG_USAGE = 2;

    @Test
    void aPathThatIsNotThereIsWrongUsage(@TempDir Path folder) {
        assertThat(Main.run("check", folder.resolve("нет.yaml").toString())).isEqualTo(WRONG_USAGE);
    }

    @Test
    void aFolderWithoutScriptsIsWrongUsage(@TempDir Path folder) {
        assertThat(Main.run("check", folder.toString())).isEqualTo(WRONG_USAGE);
    }

    @Test
    void aCheckOfNothingIsWrongUsage() {
        assertThat(Main.run("check")).isEqualTo(WRONG_USAGE);
    }
}
