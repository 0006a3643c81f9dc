package org.otklik.admin;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;

/** Whether charts and receipts can be drawn: Java finds a font, and it has the letters of every language of the product. */
public final class FontCheck implements Check {
    private static final String NAME = "fonts";

    @Override
    public List<Finding> examine() {
        try {
            var font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            if (Arrays.stream(Language.values()).allMatch(language -> hasLetters(font, language))) {
                return List.of(Finding.good(NAME, Text.of(DoctorText.FONTS_OK).with("font", font.getFontName())));
            }
        } catch (LinkageError | InternalError | RuntimeException e) {
            // What Java throws without fontconfig or freetype differs from version to version.
            return List.of(bad());
        }
        return List.of(bad());
    }

    private static Finding bad() {
        return Finding.bad(NAME, Text.of(DoctorText.FONTS_BAD), Text.of(DoctorText.FONTS_REMEDY));
    }

    private static boolean hasLetters(Font font, Language language) {
        var letters = new StringBuilder();
        LocaleData.getExemplarSet(ULocale.forLocale(language.locale()), 0).forEach(letters::append);
        return font.canDisplayUpTo(letters.toString()) < 0;
    }
}
