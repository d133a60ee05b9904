package org.pgassay.secrets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of token that is known by its form.
 *
 * @param id in kebab-case
 * @param title what it is, in words
 * @param keywords one of which stands in each; what has none is never held against the pattern
 * @param pattern all of it; every repetition has an upper bound, so that no text makes it slow
 * @param example what a token is made like, for tests: {@code {36:alnum}} stands for 36 characters of an alphabet
 * @param entropy in bits a character that it has at least
 * @param lead how many characters may stand before the keyword
 * @param group which group is the secret; 0 for the whole
 * @param ignoreCase whether keywords and pattern are in lower case and the text's case does not count
 */
public record TokenRule(
        String id,
        String title,
        List<String> keywords,
        String pattern,
        String example,
        double entropy,
        int lead,
        int group,
        @JsonProperty("ignoreCase") boolean ignoreCase) {

    /** As long as the longest token that any pattern takes. */
    private static final int WINDOW = 6000;

    /** Copies the list. */
    public TokenRule {
        keywords = List.copyOf(keywords);
    }

    void find(ScannedText text, Pattern compiled, Consumer<SecretSpan> found) {
        String searched = ignoreCase ? text.lower() : text.text();
        Matcher matcher = compiled.matcher(text.text());
        for (String keyword : keywords) {
            int done = 0;
            for (int at = searched.indexOf(keyword); at >= 0; at = searched.indexOf(keyword, at + 1)) {
                int from = Math.max(done, at - lead);
                if (at < done || (lead == 0 && startsInWord(text, at))) {
                    continue;
                }
                matcher.region(from, Math.min(text.length(), at + WINDOW));
                if (lead == 0 ? matcher.lookingAt() : ends(matcher, at, keyword)) {
                    done = matcher.end();
                    accept(text, matcher, found);
                }
            }
        }
    }

    /** Whether a match in the region has the keyword in it. */
    private static boolean ends(Matcher matcher, int at, String keyword) {
        matcher.region(matcher.regionStart(), Math.min(matcher.regionEnd(), at + 80));
        return matcher.find() && matcher.start() <= at && matcher.end() >= at + keyword.length();
    }

    private static boolean startsInWord(ScannedText text, int at) {
        return ScannedText.isWordPart(text.at(at)) && text.at(at) != '-' && !text.wordStarts(at);
    }

    private void accept(ScannedText text, Matcher matcher, Consumer<SecretSpan> found) {
        String secret = matcher.group(group);
        char after = text.at(matcher.end());
        boolean whole = !ScannedText.isAsciiLetter(after) && !Character.isDigit(after);
        boolean starts = group > 0 || text.at(matcher.start()) == '-' || text.wordStarts(matcher.start());
        // A private key goes on behind its first line.
        boolean partial = group > 0;
        if (starts && (whole || partial) && Entropy.of(secret) >= entropy && !Placeholders.inToken(secret)) {
            found.accept(new SecretSpan(id, matcher.start(group), matcher.end(group)));
        }
    }
}
