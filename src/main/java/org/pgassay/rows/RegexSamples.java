package org.pgassay.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Texts that a regular expression is likely to match: classes, quantifiers, groups, alternatives and anchors are
 * understood; look-around and back references are passed over. Whether a text matches is PostgreSQL's to say.
 */
final class RegexSamples {

    private static final int MOST_REPEATS = 3;

    private final String pattern;

    /** What distinguishes one sample from the other: which alternative, how many repeats, which member of a class. */
    private final int variant;

    private int at;

    private RegexSamples(String pattern, int variant) {
        this.pattern = pattern;
        this.variant = variant;
    }

    /** Samples of a pattern; none where it is not understood. */
    static List<String> of(String pattern) {
        Set<String> samples = new LinkedHashSet<>();
        // The prefix ***: and embedded options such as (?i) say how to read the rest.
        String body = pattern.replaceFirst("^\\*\\*\\*[:=]", "").replaceFirst("^\\(\\?[a-z]+\\)", "");
        for (int variant = 0; variant < 24; variant++) {
            RegexSamples reader = new RegexSamples(body, variant);
            try {
                samples.add(reader.alternatives());
            } catch (StringIndexOutOfBoundsException e) {
                return List.copyOf(samples);
            }
        }
        return new ArrayList<>(samples);
    }

    private String alternatives() {
        List<String> all = new ArrayList<>();
        all.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.get(variant % all.size());
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int start = at;
            String once = atom(0);
            int after = at;
            int[] bounds = quantifier();
            int span = Math.min(bounds[1], bounds[0] + MOST_REPEATS) - bounds[0];
            int times = bounds[0] + (variant == 0 ? (bounds[0] == 0 && span > 0 ? 1 : 0) : variant % (span + 1));
            int end = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? once : atom(i));
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom(int repeat) {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> member("abcxyz019", repeat);
            case '[' -> bracket(repeat);
            case '(' -> group();
            case '\\' -> escape(repeat);
            default -> String.valueOf(c);
        };
    }

    private String group() {
        boolean look = false;
        if (pattern.startsWith("?", at)) {
            look = !pattern.startsWith("?:", at);
            at = pattern.startsWith("?<", at) ? at + 3 : at + 2;
        }
        String inside = alternatives();
        at++;
        return look ? "" : inside;
    }

    private String escape(int repeat) {
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> member("0123456789", repeat + 1);
            case 'w' -> member("abcdefgh", repeat);
            case 's' -> " ";
            case 'D', 'S' -> member("abcdefgh", repeat);
            case 'W' -> "-";
            case 'm', 'M', 'y', 'Y', 'A', 'Z', 'b', 'B' -> "";
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> Character.isDigit(c) ? "" : String.valueOf(c);
        };
    }

    private String member(String of, int repeat) {
        return String.valueOf(of.charAt((variant * 7 + repeat) % of.length()));
    }

    /** A bracket expression: its members in their order, or for a negated one what it does not name. */
    private String bracket(int repeat) {
        boolean negated = pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        StringBuilder members = new StringBuilder();
        int first = at;
        while (pattern.charAt(at) != ']' || at == first) {
            readMember(members);
        }
        at++;
        String of = members.toString();
        if (negated) {
            of = "aA0 -_bB1"
                    .chars()
                    .filter(each -> members.indexOf(Character.toString(each)) < 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        return of.isEmpty() ? "" : member(of, repeat);
    }

    private void readMember(StringBuilder members) {
        if (pattern.startsWith("[:", at)) {
            int end = pattern.indexOf(":]", at);
            members.append(
                    switch (pattern.substring(at + 2, end)) {
                        case "alpha", "lower", "alnum" -> "abcdefgh";
                        case "upper" -> "ABCDEFGH";
                        case "digit", "xdigit" -> "123456789";
                        case "space", "blank" -> " ";
                        case "punct" -> "-_.";
                        default -> "a";
                    });
            at = end + 2;
            return;
        }
        char c = pattern.charAt(at++);
        if (c == '\\') {
            char escaped = pattern.charAt(at++);
            members.append(
                    switch (escaped) {
                        case 'd' -> "123456789";
                        case 'w' -> "abcdefgh";
                        case 's' -> " ";
                        default -> String.valueOf(escaped);
                    });
        } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
            char last = pattern.charAt(at + 1);
            at += 2;
            IntStream.rangeClosed(c, Math.min(last, c + 9)).forEach(members::appendCodePoint);
        } else {
            members.append(c);
        }
    }

    /** The least and the most repeats behind an atom. */
    private int[] quantifier() {
        if (at >= pattern.length()) {
            return new int[] {1, 1};
        }
        int[] bounds = switch (pattern.charAt(at)) {
            case '*' -> new int[] {0, MOST_REPEATS};
            case '+' -> new int[] {1, MOST_REPEATS};
            case '?' -> new int[] {0, 1};
            case '{' -> counted();
            default -> new int[] {1, 1};
        };
        boolean one = "*+?".indexOf(pattern.charAt(at)) >= 0;
        boolean braces = pattern.charAt(at) == '{';
        at = braces ? pattern.indexOf('}', at) + 1 : one ? at + 1 : at;
        if ((one || braces) && at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return bounds;
    }

    private int[] counted() {
        String inside = pattern.substring(at + 1, pattern.indexOf('}', at));
        if (!inside.matches("\\d{1,3}(,\\d{0,3})?")) {
            return new int[] {1, 1};
        }
        int comma = inside.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
        if (comma < 0) {
            return new int[] {least, least};
        }
        String most = inside.substring(comma + 1);
        return new int[] {least, most.isEmpty() ? least + MOST_REPEATS : Integer.parseInt(most)};
    }
}
