package org.otklik.channels.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Press;

/**
 * What stands behind a button: which message of ours offered it to which chat, sealed. At most 64 bytes (InlineKeyboardButton.callback_data).
 */
public final class ButtonData {
    private static final int SEALED_BYTES = 12;
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,4})\\.([\\w-]{16})");

    private final Seal seal;

    public ButtonData(String token) {
        this.seal = new Seal(token, "buttons");
    }

    /** @param chat where it is offered, and alone can be pressed */
    public String write(long chat, Press press) {
        var what = press.messageId() + "." + press.button();
        return what + "." + sealOf(chat, what);
    }

    /** Which button it is; empty for what we have not written for this chat. */
    public Optional<Press> read(long chat, String data) {
        var form = FORM.matcher(data);
        if (!form.matches()) {
            return Optional.empty();
        }
        var expected = sealOf(chat, form.group(1) + "." + form.group(2));
        boolean isOurs = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), form.group(3).getBytes(StandardCharsets.US_ASCII));
        return isOurs
                ? Optional.of(new Press(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    private String sealOf(long chat, String what) {
        return seal.of(chat + ":" + what, SEALED_BYTES);
    }
}
