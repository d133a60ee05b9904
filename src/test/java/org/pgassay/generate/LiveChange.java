package org.pgassay.generate;

import java.util.List;

/**
 * A single change to a schema.
 *
 * @param kind what is done to what kind of object, such as {@code table drop}
 * @param sql how
 * @param names of which the subject of some finding must hold one: a constraint that a spec states with its column goes
 *     by the column's name
 */
public record LiveChange(String kind, String sql, List<String> names) {

    /** Whether a finding with this subject says what was changed. */
    public boolean isNamedBy(String subject) {
        return names.stream().anyMatch(name -> holds(subject, name) || holds(subject, name.replace("\"", "\"\"")));
    }

    /** A name within a longer one does not count. */
    private static boolean holds(String subject, String name) {
        for (int at = subject.indexOf(name); at >= 0; at = subject.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !inWord(subject.charAt(at - 1));
            int end = at + name.length();
            if (begins && (end == subject.length() || !inWord(subject.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    @Override
    public String toString() {
        return kind + ": " + sql;
    }
}
