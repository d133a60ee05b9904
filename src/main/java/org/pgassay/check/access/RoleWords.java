package org.pgassay.check.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Evidence;
import org.pgassay.check.UntriedException;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;

/**
 * What the words for roles in a spec stand for.
 *
 * @param owner what {@code $owner} stands for; null where that is the role that ran the migrations
 * @param application what {@code $application} stands for
 */
record RoleWords(@Nullable String owner, @Nullable String application) {

    static final String OWNER = "$owner";
    static final String APPLICATION = "$application";

    static RoleWords of(Spec spec) {
        return new RoleWords(spec.roles().owner(), spec.roles().application());
    }

    /** What is wrong with a word, if anything. */
    Optional<String> problem(String word) {
        if (word.equals(APPLICATION) && application == null) {
            return Optional.of("'$application' stands for the role under roles.application, and the spec names none");
        } else if (word.startsWith("$") && !word.equals(OWNER) && !word.equals(APPLICATION)) {
            return Optional.of("'" + word + "' is no word for a role"
                    + Suggestions.didYouMean(word, List.of(OWNER, APPLICATION))
                    + "; there are $owner and $application, and a role whose name begins with $ cannot be named");
        }
        return Optional.empty();
    }

    /**
     * The role that a word stands for; {@link Grant#PUBLIC} for {@code public}.
     *
     * @throws UntriedException if that is the role that ran the migrations, and none were run
     */
    String role(String word, Evidence evidence) {
        Optional<String> known = known(word);
        if (known.isPresent()) {
            return known.get();
        }
        String migrator = evidence.server().migrator();
        if (migrator == null) {
            throw new UntriedException(
                    "'$owner' stands for the role that ran the migrations, and this database is read as it stands; name"
                            + " the role under roles.owner");
        }
        return migrator;
    }

    /** The role as far as the spec alone tells, as reports name it. */
    String shown(String word) {
        return known(word).map(RoleWords::quote).orElse(word);
    }

    private Optional<String> known(String word) {
        return switch (word) {
            case OWNER -> Optional.ofNullable(owner);
            case APPLICATION -> Optional.ofNullable(application);
            default -> Optional.of(word.toUpperCase(Locale.ROOT).equals(Grant.PUBLIC) ? Grant.PUBLIC : word);
        };
    }

    /** A role's name as PostgreSQL would quote it. */
    static String quote(String role) {
        return role.equals(Grant.PUBLIC) ? role : Identifiers.quote(role);
    }

    /** Why nothing can be said of a role, if the server has none of that name. */
    static Optional<String> missing(String role, Evidence evidence) {
        return role.equals(Grant.PUBLIC) || evidence.server().roles().contains(role)
                ? Optional.empty()
                : Optional.of("the server has no role " + quote(role)
                        + Suggestions.didYouMean(role, evidence.server().roles()));
    }
}
