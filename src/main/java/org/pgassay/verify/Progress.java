package org.pgassay.verify;

import java.util.function.Consumer;

/** Is told what a run is doing. */
@FunctionalInterface
public interface Progress extends Consumer<String> {

    /** A phase begins: a few words, such as {@code "applying 3 migrations"}. */
    void phase(String words);

    @Override
    default void accept(String words) {
        phase(words);
    }

    /** Tells no one. */
    static Progress silent() {
        return words -> {};
    }
}
