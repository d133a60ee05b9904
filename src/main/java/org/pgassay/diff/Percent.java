package org.pgassay.diff;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share as people write it: {@code 99.7%}. */
public final class Percent {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?%");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Percent() {}

    /** Reads a share from 0 % to 100 %; nothing if the text is none. */
    public static Optional<BigDecimal> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal share = new BigDecimal(matcher.group(1));
        return share.compareTo(WHOLE) > 0 ? Optional.empty() : Optional.of(share);
    }

    /** Writes a share: {@code 99.7 %}. */
    public static String text(BigDecimal share) {
        return Figures.plain(share) + " %";
    }
}
