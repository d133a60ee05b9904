package org.pgassay.check.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgassay.check.Names;
import org.pgassay.check.security.SecuritySection.AllowSpec;
import org.pgassay.check.security.SecuritySection.PlaceSpec;
import org.pgassay.check.security.SecuritySection.Security;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;

/** What is wrong with the section beyond what the JSON Schema can say. */
final class SecurityProblems {

    private final Spec spec;
    private final Security stated;
    private final List<Problem> problems = new ArrayList<>();

    private SecurityProblems(Spec spec, Security stated) {
        this.spec = spec;
        this.stated = stated;
    }

    static List<Problem> of(Spec spec, Security stated) {
        SecurityProblems found = new SecurityProblems(spec, stated);
        found.columns();
        found.places();
        stated.allow().forEach(found::allowance);
        return found.problems;
    }

    private void columns() {
        Set<String> seen = new HashSet<>();
        Names names = new Names(spec.schemas());
        Stream.concat(
                        stated.hashed().stream().map(SecuritySection.HashedSpec::column),
                        stated.encrypted().stream().map(SecuritySection.EncryptedSpec::column))
                .forEach(column -> {
                    if (!StatedColumn.isOne(column.text())) {
                        add(column, "'" + column.text() + "' names no column; write table.column");
                        return;
                    }
                    String fault = names.fault(StatedColumn.table(column.text()));
                    if (!fault.isEmpty()) {
                        add(column, fault);
                    } else if (!seen.add(column.text())) {
                        add(column, "'" + column.text() + "' is named twice; a column is either hashed or encrypted");
                    }
                });
    }

    private void places() {
        Set<String> seen = new HashSet<>();
        for (PlaceSpec place : stated.noSecretsIn()) {
            SourceText word = place.place();
            Stream.concat(Stream.ofNullable(word), place.documents().stream())
                    .filter(each -> !seen.add(each.text()))
                    .forEach(each -> add(each, "'" + each.text() + "' is named twice"));
            if (word != null && !SecretPlaces.WORDS.contains(word.text()) && !SecretPlaces.isPattern(word.text())) {
                add(
                        word,
                        "'" + word.text() + "' is no place" + Suggestions.didYouMean(word.text(), SecretPlaces.WORDS)
                                + "; known: " + String.join(", ", SecretPlaces.WORDS)
                                + ". A pattern of files has a slash, a dot or a star in it");
            } else if (word != null && word.text().equals("seeds") && !new SecretPlaces(spec).statesSeeds()) {
                add(word, "the spec names no seeds; write what puts them in under 'seeds: {run: […]}'");
            }
        }
    }

    private void allowance(AllowSpec allow) {
        List<SourceText> where = Stream.of(allow.file(), allow.column(), allow.object())
                .flatMap(Stream::ofNullable)
                .toList();
        if (where.size() != 1) {
            problems.add(new Problem(
                    allow.location(), "an exception has one place: write one of 'file', 'column' and 'object'"));
            return;
        }
        Collection<String> kinds =
                allow.object() == null ? SecretsInFiles.kinds().keySet() : Privilege.words();
        String kind = allow.kind().text();
        if (!kinds.contains(kind)) {
            add(
                    allow.kind(),
                    "'" + kind + "' is no kind of " + (allow.object() == null ? "secret" : "privilege")
                            + Suggestions.didYouMean(kind, kinds) + "; known: " + String.join(", ", kinds));
        }
        unasked(allow)
                .ifPresent(what -> add(
                        where.get(0),
                        "nothing of the spec looks at " + what
                                + ", so there is nothing to except; add it, or take the exception out"));
    }

    /** What an exception is for, where nothing is stated that it could be an exception of. */
    private Optional<String> unasked(AllowSpec allow) {
        boolean columns = stated.noSecretsIn().stream().anyMatch(SecurityFamily::isColumns);
        boolean files = stated.noSecretsIn().stream().anyMatch(place -> !SecurityFamily.isColumns(place));
        boolean privilege = stated.privileges().stream()
                .anyMatch(each -> each.text().equals(allow.kind().text()));
        if (allow.file() != null && !files) {
            return Optional.of("files (noSecretsIn: [migrations])");
        } else if (allow.column() != null && !columns) {
            return Optional.of("columns (noSecretsIn: [text-columns])");
        }
        return allow.object() != null && !privilege
                ? Optional.of("this privilege (privileges: [" + allow.kind().text() + "])")
                : Optional.empty();
    }

    private void add(SourceText at, String message) {
        problems.add(new Problem(at.location(), message));
    }
}
