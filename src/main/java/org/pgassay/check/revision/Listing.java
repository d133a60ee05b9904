package org.pgassay.check.revision;

/** Numbers in words. */
final class Listing {

    private Listing() {}

    /** A number and the word for it. */
    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
