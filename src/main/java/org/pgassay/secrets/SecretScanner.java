package org.pgassay.secrets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds secrets in text. It takes time that grows with the text and no faster, and keeps nothing of it.
 *
 * <p>What it knows is listed in {@link #kinds()}: tokens by their form, and values by the names that they are given to.
 */
public final class SecretScanner {

    private static final SecretScanner STANDARD = new SecretScanner();

    private final TokenRules tokens = TokenRules.read();

    /** What an earlier one finds, a later one does not find again. */
    private final List<SecretFinder> finders =
            List.of(tokens, new UrlCredentials(), new RolePasswords(), new NamedValues(), new Assignments());

    private final Map<String, String> titles = titles(tokens);

    private SecretScanner() {}

    /** The scanner with all that is known. */
    public static SecretScanner standard() {
        return STANDARD;
    }

    private static Map<String, String> titles(TokenRules tokens) {
        Map<String, String> titles = new LinkedHashMap<>();
        tokens.all().forEach(rule -> titles.put(rule.id(), rule.title()));
        titles.put(UrlCredentials.ID, "password in a URL");
        titles.put(RolePasswords.ID, "password of a database role");
        titles.put(AssignedValues.DEFAULT_PASSWORD, "default password");
        titles.put(AssignedValues.PASSWORD, "password");
        titles.put(AssignedValues.FERNET_KEY, "Fernet key");
        titles.put(AssignedValues.ASSIGNED_SECRET, "value given to a name of a secret");
        return Collections.unmodifiableMap(titles);
    }

    /** The kinds of secret by id, each with what it is in words. */
    public Map<String, String> kinds() {
        return titles;
    }

    /** The kinds that are known by their form. */
    public List<TokenRule> tokenRules() {
        return tokens.all();
    }

    /** Where secrets stand in a text, in its order. */
    public List<Sighting> scan(String text) {
        ScannedText scanned = new ScannedText(text);
        List<Sighting> sightings = new ArrayList<>();
        ScannedText.Walk walk = scanned.walk();
        for (SecretSpan span : spans(scanned)) {
            walk.to(span.start());
            sightings.add(new Sighting(
                    span.kind(), titles.getOrDefault(span.kind(), span.kind()), walk.line(), walk.column()));
        }
        return List.copyOf(sightings);
    }

    /** The kinds of secret in a value that has a name, such as that of a column. */
    public List<String> kindsIn(String name, String value) {
        List<String> kinds = spans(new ScannedText(value)).stream()
                .map(SecretSpan::kind)
                .distinct()
                .toList();
        return kinds.isEmpty() ? AssignedValues.judge(name, value).stream().toList() : kinds;
    }

    /** The text with every secret in it replaced by asterisks. */
    public String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        List<SecretSpan> spans = new ArrayList<>(spans(new ScannedText(text)));
        Collections.reverse(spans);
        spans.forEach(span -> masked.replace(span.start(), span.end(), "***"));
        return masked.toString();
    }

    private List<SecretSpan> spans(ScannedText text) {
        List<SecretSpan> kept = new ArrayList<>();
        for (SecretFinder finder : finders) {
            List<SecretSpan> found = new ArrayList<>();
            finder.find(text, found::add);
            kept = merged(kept, found);
        }
        return List.copyOf(kept);
    }

    /** Both in the text's order, without those that overlap one before. */
    private static List<SecretSpan> merged(List<SecretSpan> first, List<SecretSpan> second) {
        record Ranked(SecretSpan span, int rank) {}
        List<Ranked> all = new ArrayList<>();
        first.forEach(span -> all.add(new Ranked(span, 0)));
        second.forEach(span -> all.add(new Ranked(span, 1)));
        all.sort(Comparator.comparingInt((Ranked each) -> each.span().start()).thenComparingInt(Ranked::rank));
        List<Ranked> kept = new ArrayList<>();
        for (Ranked each : all) {
            Ranked last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || !last.span().overlaps(each.span())) {
                kept.add(each);
            } else if (each.rank() < last.rank()) {
                kept.set(kept.size() - 1, each);
            }
        }
        return kept.stream().map(Ranked::span).toList();
    }
}
