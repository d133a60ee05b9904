package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * The comment of a table or of a part of it must be the stated text.
 *
 * @param part the part's name; null for the table itself
 * @param text the comment it must have; empty for none
 */
record CommentText(
        Names names, Of of, QualifiedName table, @Nullable String part, String text, Location location)
        implements Check {

    static final String ID = "comment/text";

    /** What the comment is on. */
    enum Of {
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        if (part == null) {
            return names.subject(table);
        }
        return of == Of.INDEX ? names.index(table, part) : names.subject(table, part);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<String> observed = evidence.catalog().table(table).flatMap(this::comment);
        if (observed.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the comment of " + subject() + " cannot be looked at, because it does not exist.",
                    "Create it in a migration, or take it out of the spec.",
                    shown(text),
                    "no such object"));
        }
        if (!observed.get().equals(text)) {
            return List.of(Finding.failed(
                    this,
                    "the comment of " + subject() + " is not the stated one.",
                    "Set it with COMMENT ON in a migration, or correct the spec.",
                    shown(text),
                    shown(observed.get())));
        }
        return List.of(Finding.passed(this, "the comment of " + subject() + " is as stated.", shown(text), 1));
    }

    private static String shown(String comment) {
        return comment.isEmpty() ? "no comment" : comment;
    }

    /** The comment, empty for none; nothing if the object does not exist. */
    private Optional<String> comment(Table found) {
        String name = part == null ? "" : part;
        return switch (of) {
            case TABLE -> Optional.of(orEmpty(found.comment()));
            case COLUMN ->
                found.column(name)
                        .map(Column::comment)
                        .or(() -> found.column(name).map(each -> ""));
            case INDEX ->
                found.index(name).map(Index::comment).or(() -> found.index(name).map(each -> ""));
            case CONSTRAINT ->
                found.constraint(name)
                        .map(Constraint::comment)
                        .or(() -> found.constraint(name).map(each -> ""));
        };
    }

    private static String orEmpty(@Nullable String comment) {
        return comment == null ? "" : comment;
    }
}
