package org.otklik.botapi.faults;

/** One way in which a call can go wrong. */
public sealed interface Fault {
    /** 429, with the seconds to wait. Nothing is done. */
    record TooMany(int seconds) implements Fault {}

    /** An error of the Bot API itself, in its envelope. Nothing is done. */
    record Answered(int code, String description) implements Fault {}

    /** An answer of something in front of the Bot API: a page. Nothing is done. */
    record Page(int status, String html) implements Fault {}

    /** No answer at all, until the client gives up. Nothing is done. */
    record Hang() implements Fault {}

    /** The connection is reset. Nothing is done. */
    record Reset() implements Fault {}

    /** It is done, and then the connection is reset. */
    record Lost() implements Fault {}

    /** It is done, and then there is no answer. */
    record DoneAndHang() implements Fault {}

    static Fault internalError() {
        return new Answered(500, "Internal Server Error");
    }

    static Fault badGateway() {
        return new Page(
                502,
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n");
    }
}
