package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** Tells the kinds of constraint by the word that their definition begins with. */
final class ConstraintKinds {

    private ConstraintKinds() {}

    /** The kind of a table constraint; nothing if no kind begins so. */
    static Optional<ConstraintDefinition.Type> of(SourceText definition) {
        try {
            List<Token> tokens = SqlLexer.tokens(definition.text());
            return tokens.isEmpty() ? Optional.empty() : of(tokens.get(0).name());
        } catch (SqlSyntaxException e) {
            // The planner reports it, with its place.
            return Optional.of(ConstraintDefinition.Type.CHECK);
        }
    }

    /** The kind of constraint that a keyword, in lower case, begins. */
    static Optional<ConstraintDefinition.Type> of(String keyword) {
        return switch (keyword) {
            case "primary" -> Optional.of(ConstraintDefinition.Type.PRIMARY_KEY);
            case "unique" -> Optional.of(ConstraintDefinition.Type.UNIQUE);
            // NOT NULL as a constraint with a name: where it is NOT VALID the catalog has it as a check.
            case "check", "not" -> Optional.of(ConstraintDefinition.Type.CHECK);
            case "foreign", "references" -> Optional.of(ConstraintDefinition.Type.FOREIGN_KEY);
            case "exclude" -> Optional.of(ConstraintDefinition.Type.EXCLUSION);
            default -> Optional.empty();
        };
    }
}
