package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan.PlannedConstraint;
import org.pgassay.check.StructurePlan.PlannedReference;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Writes constraints as table constraints, whichever way the spec states them. */
final class ConstraintDdl {

    private ConstraintDdl() {}

    /** A table constraint that stands under its name. */
    static PlannedConstraint table(String name, SourceText definition) {
        List<Token> tokens = SqlLexer.tokens(definition.text());
        Ddl ddl = span(definition, tokens);
        return new PlannedConstraint(
                name, ddl, reference(definition, tokens, foreignKeyColumns(tokens), Ddl.builder()));
    }

    /** A column constraint as a table constraint. */
    static PlannedConstraint column(String name, String column, SourceText source, ColumnClauses.Clause clause) {
        String list = "(" + Identifiers.quote(column) + ")";
        if (clause.is("references")) {
            Ddl.Builder prefix = Ddl.builder().add("foreign key " + list + " ");
            Ddl ddl = Ddl.builder()
                    .add("foreign key " + list + " ")
                    .add(source, clause.start(), clause.end())
                    .build();
            return new PlannedConstraint(name, ddl, reference(source, clause.tokens(), List.of(column), prefix));
        }
        if (clause.is("check")) {
            return new PlannedConstraint(
                    name,
                    Ddl.builder().add(source, clause.start(), clause.end()).build(),
                    null);
        }
        int head = keyEnd(clause.tokens());
        Ddl ddl = Ddl.builder()
                .add(source, clause.start(), head)
                .add(" " + list + " ")
                .add(source, head, clause.end())
                .build();
        return new PlannedConstraint(name, ddl, null);
    }

    /** Where the column list goes: behind PRIMARY KEY, UNIQUE or UNIQUE NULLS [NOT] DISTINCT. */
    private static int keyEnd(List<Token> tokens) {
        int last = 0;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean head = i == last + 1
                    && (token.is("key")
                            || token.is("nulls")
                            || (token.is("not") && tokens.get(i - 1).is("nulls"))
                            || token.is("distinct"));
            if (head) {
                last = i;
            }
        }
        return tokens.get(last).end();
    }

    private static Ddl span(SourceText source, List<Token> tokens) {
        int start = tokens.isEmpty() ? 0 : tokens.get(0).offset();
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
        return Ddl.builder().add(source, start, end).build();
    }

    private static List<String> foreignKeyColumns(List<Token> tokens) {
        boolean foreign = tokens.size() > 2
                && tokens.get(0).is("foreign")
                && tokens.get(1).is("key");
        return foreign ? names(tokens, 2) : List.of();
    }

    private static @Nullable PlannedReference reference(
            SourceText source, List<Token> tokens, List<String> columns, Ddl.Builder prefix) {
        int at = indexOf(tokens, "references");
        if (at < 0
                || columns.isEmpty()
                || at + 1 >= tokens.size()
                || !tokens.get(at + 1).isName()) {
            return null;
        }
        boolean qualified = at + 3 < tokens.size()
                && tokens.get(at + 2).isSymbol('.')
                && tokens.get(at + 3).isName();
        Token table = tokens.get(qualified ? at + 3 : at + 1);
        int behind = qualified ? at + 4 : at + 2;
        Token last = tokens.get(tokens.size() - 1);
        Ddl before = prefix.add(
                        source, tokens.get(0).offset(), tokens.get(at + 1).offset())
                .build();
        Ddl after = Ddl.builder().add(source, table.end(), last.end()).build();
        @Nullable String schema = qualified ? tokens.get(at + 1).name() : null;
        return new PlannedReference(columns, schema, table.name(), names(tokens, behind), before, after);
    }

    private static int indexOf(List<Token> tokens, String keyword) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && tokens.get(i).is(keyword)) {
                return i;
            }
        }
        return -1;
    }

    /** The names in the parentheses that open at a token; empty if none open there. */
    private static List<String> names(List<Token> tokens, int open) {
        List<String> names = new ArrayList<>();
        if (open >= tokens.size() || !tokens.get(open).isSymbol('(')) {
            return names;
        }
        for (int i = open + 1; i < tokens.size() && !tokens.get(i).isSymbol(')'); i++) {
            if (tokens.get(i).isName()) {
                names.add(tokens.get(i).name());
            }
        }
        return names;
    }
}
