package org.pgassay.secrets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The kinds of token that are known by their form, as the resource {@code tokens.json} lists them. */
final class TokenRules implements SecretFinder {

    private final Map<TokenRule, Pattern> rules;

    private TokenRules(List<TokenRule> rules) {
        this.rules = new LinkedHashMap<>();
        rules.forEach(rule -> this.rules.put(
                rule, Pattern.compile(rule.pattern(), rule.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)));
    }

    static TokenRules read() {
        try (InputStream resource = TokenRules.class.getResourceAsStream("tokens.json")) {
            return new TokenRules(new ObjectMapper().readValue(resource, new TypeReference<List<TokenRule>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of tokens in the jar cannot be read", e);
        }
    }

    List<TokenRule> all() {
        return List.copyOf(rules.keySet());
    }

    @Override
    public void find(ScannedText text, Consumer<SecretSpan> found) {
        rules.forEach((rule, pattern) -> rule.find(text, pattern, found));
    }
}
