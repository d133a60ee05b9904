package org.pgassay.check.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.sql.Token;

/**
 * The clause OWNED BY of a sequence.
 *
 * @param from the first of its tokens
 * @param to behind the last of its tokens
 * @param path the column's name with those before it; empty for NONE
 */
record OwnedBy(int from, int to, List<String> path) {

    static Optional<OwnedBy> of(Fragment fragment) {
        List<Token> tokens = fragment.tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("owned") && tokens.get(i + 1).is("by")) {
                int end = i + 3;
                while (end + 1 < tokens.size() && tokens.get(end).isSymbol('.')) {
                    end += 2;
                }
                List<String> path = tokens.subList(i + 2, end).stream()
                        .filter(Token::isName)
                        .map(Token::name)
                        .toList();
                return Optional.of(new OwnedBy(i, end, path.equals(List.of("none")) ? List.of() : path));
            }
        }
        return Optional.empty();
    }

    /** The column as the catalog names it; null for none. A table without a schema is the first of that name. */
    @Nullable
    String column(Names names, Catalog catalog) {
        if (path.size() < 2) {
            return path.isEmpty() ? null : Identifiers.quote(path.get(0));
        }
        String table = path.get(path.size() - 2);
        Stream<String> schemas = path.size() == 3 ? Stream.of(path.get(0)) : names.schemas().stream();
        List<QualifiedName> candidates =
                schemas.map(schema -> new QualifiedName(schema, table)).toList();
        QualifiedName found = candidates.stream()
                .filter(name -> catalog.table(name).isPresent())
                .findFirst()
                .orElse(candidates.get(0));
        return found.sql() + "." + Identifiers.quote(path.get(path.size() - 1));
    }
}
