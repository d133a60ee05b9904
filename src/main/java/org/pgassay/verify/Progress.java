package org.pgassay.verify;

/** Is told what a run is doing. */
@FunctionalInterface
public interface Progress {

    /** A phase begins: a few words, such as {@code "applying 3 migrations"}. */
    void phase(String words);

    /** Tells no one. */
    static Progress silent() {
        return words -> {};
    }
}
