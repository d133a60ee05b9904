package org.pgassay.verify;

/** Keeps passwords out of messages. */
public final class Passwords {

    private Passwords() {}

    /** An exception's message without the passwords that a driver may repeat from a URL. */
    public static String removed(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return removed(message);
    }

    /** A text without the passwords of the URLs in it. */
    public static String removed(String text) {
        return text.replaceAll("(?i)(password\\s*[=:]\\s*)[^&\\s'\"]+", "$1***")
                .replaceAll("(://[^:/@\\s]+:)[^@\\s]+@", "$1***@");
    }
}
