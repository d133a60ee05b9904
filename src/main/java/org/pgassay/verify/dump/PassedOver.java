package org.pgassay.verify.dump;

/**
 * A statement or a psql command of a dump that was not run.
 *
 * @param line in the file, from 1
 * @param statement its beginning
 * @param reason why it was not run, as part of a sentence
 * @param harmless whether the schema is the same without it; if not, the restored database lacks something that the dump
 *     holds
 */
public record PassedOver(int line, String statement, String reason, boolean harmless) {

    /** One line for people: the place is that in the file of that name. */
    public String text(String file) {
        return file + ":" + line + ": not run: " + statement + " (" + reason + ")";
    }
}
