package org.pgassay.secrets;

/**
 * A stretch of text that is a secret.
 *
 * @param kind the id of what it is
 * @param end the offset behind its last character
 */
record SecretSpan(String kind, int start, int end) {

    boolean overlaps(SecretSpan other) {
        return start < other.end && other.start < end;
    }
}
