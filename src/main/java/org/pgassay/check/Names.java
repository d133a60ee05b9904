package org.pgassay.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * Resolves the names that a spec writes, and prints the names that subjects have.
 *
 * @param schemas the spec's schemas, the first being where unqualified names are looked up
 */
public record Names(List<String> schemas) {

    /** NAMEDATALEN less the byte that ends it; PostgreSQL cuts what is longer. */
    private static final int MAX_BYTES = 63;

    /** Copies the list. */
    public Names {
        schemas = List.copyOf(schemas);
    }

    /**
     * The object that a name in a spec stands for. Names are written as PostgreSQL stores them; {@code schema.name}
     * is qualified if the schema is among the spec's, and names with dots in them are written in double quotes.
     */
    public QualifiedName resolve(String written) {
        Optional<QualifiedName> quoted = quoted(written);
        if (quoted.isPresent()) {
            return quoted.get();
        }
        for (String schema : schemas) {
            if (written.startsWith(schema + ".") && written.length() > schema.length() + 1) {
                return new QualifiedName(schema, written.substring(schema.length() + 1));
            }
        }
        return new QualifiedName(schemas.get(0), written);
    }

    /** Why no object of the spec's schemas can have a name that the spec writes; empty if one can. */
    public String fault(String written) {
        QualifiedName name = resolve(written);
        boolean isQuoted = written.indexOf('"') >= 0;
        int dot = written.indexOf('.');
        if (!schemas.contains(name.schema())) {
            return unknownSchema(name.schema());
        } else if (!isQuoted && dot > 0 && name.name().equals(written)) {
            return unknownSchema(written.substring(0, dot));
        }
        return spelling(name.name());
    }

    private static String unknownSchema(String schema) {
        return "the schema '" + schema + "' is not among the spec's schemas; add it to 'schemas', or put a name that"
                + " has a dot in it in double quotes";
    }

    /** Why no object at all can have a name; empty if one can. */
    public static String spelling(String name) {
        if (name.isEmpty()) {
            return "a name is empty";
        } else if (name.indexOf('\0') >= 0) {
            return "a name holds a NUL";
        }
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
                ? "the name '" + name + "' is longer than " + MAX_BYTES + " bytes: PostgreSQL would cut it"
                : "";
    }

    private Optional<QualifiedName> quoted(String written) {
        if (!written.matches("(\"([^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)(\\.(\"([^\"]|\"\")+\"|[a-z_][a-z0-9_$]*))?")
                || written.indexOf('"') < 0) {
            return Optional.empty();
        }
        List<Token> names =
                SqlLexer.tokens(written).stream().filter(Token::isName).toList();
        return Optional.of(
                names.size() == 2
                        ? new QualifiedName(names.get(0).name(), names.get(1).name())
                        : new QualifiedName(schemas.get(0), names.get(0).name()));
    }

    /** The name as subjects have it: quoted where PostgreSQL would, qualified outside the first schema. */
    public String subject(QualifiedName name) {
        return name.schema().equals(schemas.get(0)) ? Identifiers.quote(name.name()) : name.sql();
    }

    /** A part's name as subjects have it: {@code table.part}. */
    public String subject(QualifiedName table, String part) {
        return subject(table) + "." + Identifiers.quote(part);
    }

    /** An index's name as subjects have it; an index lives in its table's schema. */
    public String index(QualifiedName table, String index) {
        return subject(new QualifiedName(table.schema(), index));
    }
}
