package org.pgassay.verify;

/** Keeps passwords out of messages. */
final class Passwords {

    private Passwords() {}

    /** An exception's message without the passwords that a driver may repeat from a URL. */
    static String removed(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("(?i)(password\\s*[=:]\\s*)[^&\\s,;]+", "$1***")
                .replaceAll("(://[^:/@\\s]+:)[^@\\s]+@", "$1***@");
    }
}
