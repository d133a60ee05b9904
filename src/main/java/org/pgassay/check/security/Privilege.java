package org.pgassay.check.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Evidence;
import org.pgassay.check.rule.Rules;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.check.rule.security.Owned;

/** What a spec can state of privileges in a word; each is what rules say, of all objects. */
enum Privilege {
    /** Nothing is open to everyone. */
    PUBLIC("public"),
    /** No object belongs to a superuser. */
    SUPERUSER_OWNERSHIP("superuser-ownership"),
    /** No function runs as its owner on a path that its caller chooses. */
    DEFINER_SEARCH_PATH("definer-search-path"),
    /** No extension is in the schema public. */
    EXTENSIONS_IN_PUBLIC("extensions-in-public");

    private final String word;

    Privilege(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Privilege::word).toList();
    }

    static Optional<Privilege> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** What was looked at, and how it breaks what is stated. */
    List<Judged> judged(Scope scope, Evidence.Server server) {
        return switch (this) {
            case SUPERUSER_OWNERSHIP ->
                Owned.all(scope).stream()
                        .map(item -> Judged.of(item.object(), owned(item, server)))
                        .toList();
            case DEFINER_SEARCH_PATH ->
                Stream.concat(ofRules(scope), bystanders(scope)).toList();
            case PUBLIC, EXTENSIONS_IN_PUBLIC -> ofRules(scope).toList();
        };
    }

    private List<String> rules() {
        return switch (this) {
            case PUBLIC -> List.of("no-public-grants", "security-definer-not-public");
            case SUPERUSER_OWNERSHIP -> List.of();
            case DEFINER_SEARCH_PATH -> List.of("security-definer-search-path");
            case EXTENSIONS_IN_PUBLIC -> List.of("extensions-not-in-public");
        };
    }

    private Stream<Judged> ofRules(Scope scope) {
        return rules().stream()
                .flatMap(
                        id -> Rules.of(id)
                                .orElseThrow(() -> new IllegalStateException("there is no rule " + id))
                                .judge(scope)
                                .stream());
    }

    /** Functions that run as their caller were looked at too: that they do is what keeps them harmless. */
    private static Stream<Judged> bystanders(Scope scope) {
        return scope.catalog().routines().stream()
                .filter(routine -> !routine.securityDefiner())
                .map(routine -> Judged.of(scope.routine(routine), null));
    }

    private static @Nullable Breach owned(Owned.Item item, Evidence.Server server) {
        if (!server.superusers().contains(item.owner())) {
            return null;
        }
        String what = item.object().kind().word() + " " + item.object().name();
        return new Breach(
                "the " + what + " belongs to " + Identifiers.quote(item.owner())
                        + ", a superuser: what runs as its owner may do anything on the server.",
                "Make a role without powers its owner: ALTER … OWNER TO.",
                "an owner that is no superuser",
                item.owner());
    }
}
