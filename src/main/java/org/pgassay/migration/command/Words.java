package org.pgassay.migration.command;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.migration.MigrationException;

/** Splits a command line into words as a shell does, without anything else that a shell does. */
public final class Words {

    private Words() {}

    /**
     * The words, split at white space; quotation marks of either kind hold a word together, and a backslash takes the next
     * character as it is, but not within single ones.
     *
     * @throws MigrationException if a quotation mark is not closed
     */
    public static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < command.length();
            if (escapes) {
                word.append(command.charAt(++i));
                begun = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new MigrationException("the quotation mark " + quote + " is not closed in the command: " + command);
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
