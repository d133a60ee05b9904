package org.pgassay.secrets;

import java.util.function.Consumer;

/** A way to find secrets, in time that grows with the text and no faster, whatever the text is. */
interface SecretFinder {

    /** Hands over what it finds, in any order. */
    void find(ScannedText text, Consumer<SecretSpan> found);
}
