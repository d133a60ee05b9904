package org.pgassay.check.security;

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} stands for anything but a slash, {@code **} also for folders, {@code ?} for one character.
 */
record FilePattern(Pattern pattern) {

    static FilePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (text.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                char c = text.charAt(at);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return new FilePattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** The folder before the first part that is a pattern. */
    static String folder(String text) {
        int mark = text.replace('?', '*').indexOf('*');
        int slash = (mark < 0 ? text : text.substring(0, mark)).lastIndexOf('/');
        return slash < 0 ? "" : text.substring(0, slash);
    }
}
