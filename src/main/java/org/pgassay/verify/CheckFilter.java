package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.spec.Suggestions;

/** Selects checks by patterns over their ids, in which {@code *} stands for any characters. */
public final class CheckFilter {

    private CheckFilter() {}

    /**
     * The checks whose id matches any of the patterns; all if there are none.
     *
     * @throws IllegalArgumentException if a pattern matches no kind of check at all: a misspelt id must not be a no-op
     */
    public static Predicate<Check> of(List<String> globs) {
        if (globs.isEmpty()) {
            return check -> true;
        }
        List<String> known = Families.kinds().stream().map(CheckKind::id).toList();
        List<Pattern> patterns = new ArrayList<>();
        for (String glob : globs) {
            Pattern pattern =
                    Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
            if (known.stream().noneMatch(id -> pattern.matcher(id).matches())) {
                throw new IllegalArgumentException("--only '" + glob + "' matches no kind of check"
                        + Suggestions.didYouMean(glob, known) + ". 'pgassay explain' lists them.");
            }
            patterns.add(pattern);
        }
        return check -> patterns.stream()
                .anyMatch(pattern -> pattern.matcher(check.id()).matches());
    }
}
