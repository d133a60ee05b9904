package org.pgassay.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * How a column gets its value.
 *
 * @param type the column's type; for a domain the type that it is over in the end
 * @param collation as SQL; null for the type's own
 * @param required whether null is refused, by the column or by its domain
 * @param source who gives the value
 * @param defaultExpression the default that the server would use; null where there is none
 * @param domainChecks what the domains want of the value
 */
public record ColumnPlan(
        Column column,
        SqlType type,
        @Nullable String collation,
        boolean required,
        Source source,
        @Nullable String defaultExpression,
        List<Condition> domainChecks) {

    /** Functions whose results nobody can repeat: where a default calls one, a value is made up instead. */
    private static final Set<String> UNREPEATABLE = Set.of(
            "gen_random_uuid",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "random",
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "localtimestamp",
            "timeofday",
            "txid_current",
            "pg_current_xact_id",
            "gen_random_bytes",
            "gen_salt");

    /** Who gives a column its value. */
    public enum Source {
        /** Nobody: it is computed. */
        GENERATED,
        /** A sequence, by identity or by default: its numbers come from the server. */
        SEQUENCE,
        /** The column's default, which the server evaluates. */
        DEFAULT,
        /** Whoever makes the row. */
        VALUE
    }

    /** Copies the list. */
    public ColumnPlan {
        domainChecks = List.copyOf(domainChecks);
    }

    /** The column's name. */
    public String name() {
        return column.name();
    }

    /** The plan for a column of a table. */
    static ColumnPlan of(Table table, Column column, TypeValues types) {
        SqlType type = SqlType.of(column.type());
        String collation = column.collation();
        boolean required = column.notNull();
        String defaultExpression = column.generated() == Column.Generated.NONE ? column.defaultExpression() : null;
        List<Condition> checks = new ArrayList<>();
        Optional<UserType> domain = domain(types, type);
        while (domain.isPresent()) {
            Domain parts = Domain.of(domain.get());
            String name = Identifiers.quote(column.name());
            parts.checks().forEach(check -> checks.addAll(Condition.of(check.name(), check.of(name), table)));
            required |= parts.notNull();
            defaultExpression = defaultExpression == null ? parts.defaultExpression() : defaultExpression;
            collation = collation == null ? parts.collation() : collation;
            type = SqlType.of(parts.base());
            domain = domain(types, type);
        }
        Source source = source(column, defaultExpression);
        return new ColumnPlan(column, type, collation, required, source, defaultExpression, checks);
    }

    private static Optional<UserType> domain(TypeValues types, SqlType type) {
        return types.userType(type).filter(user -> user.kind() == UserType.Kind.DOMAIN);
    }

    private static Source source(Column column, @Nullable String defaultExpression) {
        if (column.generated() != Column.Generated.NONE) {
            return Source.GENERATED;
        } else if (column.identity() != Column.Identity.NONE || calls(defaultExpression, Set.of("nextval"))) {
            return Source.SEQUENCE;
        }
        boolean isNull = defaultExpression == null
                || defaultExpression.toLowerCase(Locale.ROOT).startsWith("null");
        return isNull || calls(defaultExpression, UNREPEATABLE) ? Source.VALUE : Source.DEFAULT;
    }

    private static boolean calls(@Nullable String expression, Set<String> functions) {
        return expression != null
                && SqlLexer.tokens(expression).stream()
                        .filter(Token::isName)
                        .anyMatch(token -> functions.contains(token.name()));
    }
}
