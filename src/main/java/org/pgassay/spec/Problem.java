package org.pgassay.spec;

/**
 * Something wrong with a spec, at its place.
 *
 * @param message what is wrong, and what to write instead where that is known
 */
public record Problem(Location location, String message) {

    @Override
    public String toString() {
        return location + ": " + message;
    }
}
