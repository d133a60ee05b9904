package org.pgassay.check;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;

/** Writes catalog records as the fragments of DDL that a spec states of them, and as plans to make them anew. */
public final class ObjectFragments {

    private static final String LITERAL_QUOTE = "'";

    private ObjectFragments() {}

    /**
     * A view as a spec states it: its column names, its options and its query.
     *
     * @param view whose definition needs not end in a semicolon
     */
    public static String view(View view) {
        return columnNames(view) + storage(view) + "as " + query(view);
    }

    private static String columnNames(View view) {
        return view.columns().isEmpty()
                ? ""
                : view.columns().stream()
                        .map(Column::name)
                        .map(Identifiers::quote)
                        .collect(Collectors.joining(", ", "(", ") "));
    }

    private static String storage(View view) {
        String method = view.settings().accessMethod();
        String tablespace = view.settings().tablespace();
        return (method == null ? "" : "using " + Identifiers.quote(method) + " ")
                + (view.options().isEmpty() ? "" : "with (" + options(view.options()) + ") ")
                + (tablespace == null ? "" : "tablespace " + Identifiers.quote(tablespace) + " ");
    }

    /** Options that the catalog keeps as {@code name=value}, as DDL takes them. */
    private static String options(List<String> options) {
        return options.stream()
                .map(option -> option.split("=", 2))
                .map(parts -> parts.length == 1 ? parts[0] : parts[0] + " = " + literal(parts[1]))
                .collect(Collectors.joining(", "));
    }

    private static String query(View view) {
        return view.definition().strip().replaceAll(";$", "");
    }

    /** A sequence as a spec states it: every option, and the owning column if it has one. */
    public static String sequence(Sequence sequence) {
        return settings(sequence) + (sequence.ownedBy() == null ? "" : " owned by " + sequence.ownedBy());
    }

    private static String settings(Sequence sequence) {
        return "as " + sequence.type() + " start with " + sequence.start() + " increment by " + sequence.increment()
                + " minvalue " + sequence.minimum() + " maxvalue " + sequence.maximum() + " cache " + sequence.cache()
                + (sequence.cycle() ? " cycle" : "");
    }

    /** A type as a spec states it: {@code enum (…)}, {@code domain …}, {@code composite (…)}, {@code range (…)}. */
    public static String type(UserType type) {
        return switch (type.kind()) {
            case ENUM ->
                "enum (" + type.labels().stream().map(ObjectFragments::literal).collect(Collectors.joining(", ")) + ")";
            case DOMAIN -> "domain " + type.definition();
            case COMPOSITE -> "composite (" + String.join(", ", type.fields()) + ")";
            case RANGE -> "range (" + type.definition() + ")";
        };
    }

    /** A function's key under {@code functions}: what it is unless a function, its name, and all it says of its arguments. */
    public static String functionKey(String name, Routine routine) {
        String word = switch (routine.kind()) {
            case FUNCTION, WINDOW -> "";
            case PROCEDURE -> "procedure ";
            case AGGREGATE -> "aggregate ";
        };
        return word + name + "(" + arguments(routine) + ")";
    }

    private static String arguments(Routine routine) {
        boolean bare = routine.kind() == Routine.Kind.AGGREGATE
                && routine.declaredArguments().isEmpty();
        return bare ? "*" : routine.declaredArguments();
    }

    /** A function as {@code functions} states it, body and all. */
    public static String function(Routine routine) {
        return routine.kind() == Routine.Kind.AGGREGATE
                ? "(" + aggregate(routine) + ")"
                : (attributes(routine) + " " + body(routine)).strip();
    }

    /** A function as {@code functions} states it, without its body. */
    public static String functionWithoutBody(Routine routine) {
        return routine.kind() == Routine.Kind.AGGREGATE ? function(routine) : attributes(routine);
    }

    private static String aggregate(Routine routine) {
        // The functions are printed with their arguments, which CREATE AGGREGATE knows by itself.
        String parts = routine.body().replaceAll("(?<=FUNC = )((?:\"(?:[^\"]|\"\")+\"|[^\"(,])+)\\([^)]*\\)", "$1");
        parts = parts.replaceAll("FINALFUNC_MODIFY = r", "FINALFUNC_MODIFY = read_only")
                .replaceAll("FINALFUNC_MODIFY = s", "FINALFUNC_MODIFY = shareable")
                .replaceAll("FINALFUNC_MODIFY = w", "FINALFUNC_MODIFY = read_write")
                .replaceAll(
                        "SORTOP = ((?:\"(?:[^\"]|\"\")+\"|[^\\s\".(]+)\\.)?([^(\\s]+)\\([^)]*\\)",
                        "SORTOP = operator($1$2)");
        return parts + (routine.parallel().equals("UNSAFE") ? "" : ", PARALLEL = " + routine.parallel());
    }

    private static String attributes(Routine routine) {
        StringBuilder sql = new StringBuilder();
        if (routine.result() != null) {
            sql.append("returns ").append(routine.result()).append(' ');
        }
        sql.append("language ").append(Identifiers.quote(routine.language()));
        if (routine.kind() == Routine.Kind.PROCEDURE) {
            return sql + security(routine) + configuration(routine);
        }
        sql.append(routine.kind() == Routine.Kind.WINDOW ? " window" : "");
        sql.append(
                switch (routine.volatility()) {
                    case IMMUTABLE -> " immutable";
                    case STABLE -> " stable";
                    case VOLATILE -> "";
                });
        sql.append(routine.strict() ? " strict" : "").append(routine.leakproof() ? " leakproof" : "");
        sql.append(security(routine));
        sql.append(
                routine.parallel().equals("UNSAFE")
                        ? ""
                        : " parallel " + routine.parallel().toLowerCase(Locale.ROOT));
        append(sql, " cost ", routine.cost());
        append(sql, " rows ", routine.rows());
        append(sql, " support ", routine.support());
        return sql + configuration(routine);
    }

    private static void append(StringBuilder sql, String word, @Nullable String value) {
        if (value != null) {
            sql.append(word).append(value);
        }
    }

    private static String security(Routine routine) {
        return routine.securityDefiner() ? " security definer" : "";
    }

    /** Settings that are lists of names must not be put in quotes as a whole. */
    private static String configuration(Routine routine) {
        return routine.configuration().stream()
                .map(setting -> setting.split("=", 2))
                .map(parts -> " set " + parts[0] + " = " + value(parts[0], parts.length > 1 ? parts[1] : ""))
                .collect(Collectors.joining());
    }

    private static String value(String setting, String value) {
        boolean list = List.of(
                        "search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries")
                .contains(setting);
        return !list || value.isEmpty() || value.equals("\"\"") ? literal(value.equals("\"\"") ? "" : value) : value;
    }

    private static String body(Routine routine) {
        String body = routine.body();
        boolean standard = routine.language().equals("sql")
                && (body.regionMatches(true, 0, "RETURN ", 0, 7) || body.regionMatches(true, 0, "BEGIN ATOMIC", 0, 12));
        if (standard) {
            return body;
        }
        return routine.language().equals("c") ? "as " + body : "as " + quoted(body);
    }

    private static String quoted(String body) {
        String tag = "$$";
        for (int i = 0; body.contains(tag) || body.endsWith("$"); i++) {
            tag = "$body" + i + "$";
            if (!body.contains(tag)) {
                break;
            }
        }
        return tag + body + tag;
    }

    /** A text as an SQL literal. */
    private static String literal(String text) {
        return LITERAL_QUOTE + text.replace(LITERAL_QUOTE, "''") + LITERAL_QUOTE;
    }

    /** A policy as a table's {@code policies} state it. */
    public static String policy(Policy policy) {
        StringBuilder sql = new StringBuilder(policy.permissive() ? "" : "as restrictive ");
        sql.append("for ").append(policy.command().toLowerCase(Locale.ROOT));
        sql.append(" to ")
                .append(policy.roles().stream()
                        .map(role -> role.equals("PUBLIC") ? "public" : Identifiers.quote(role))
                        .collect(Collectors.joining(", ")));
        if (policy.using() != null) {
            sql.append(" using (").append(policy.using()).append(')');
        }
        if (policy.withCheck() != null) {
            sql.append(" with check (").append(policy.withCheck()).append(')');
        }
        return sql.toString();
    }

    /** An index as {@code indexes} state it. */
    public static String index(Index index) {
        return (index.unique() ? "unique " : "") + "using " + index.definition();
    }

    /** The word or words between CREATE and the name of an object of its own. */
    public static String createWords(Described object, ObjectKind kind) {
        return switch (kind) {
            case VIEW -> "create view ";
            case MATERIALIZED_VIEW -> "create materialized view ";
            case SEQUENCE -> "create sequence ";
            case FUNCTION ->
                switch (((Routine) object).kind()) {
                    case FUNCTION, WINDOW -> "create function ";
                    case PROCEDURE -> "create procedure ";
                    case AGGREGATE -> "create aggregate ";
                };
            case TYPE -> ((UserType) object).kind() == UserType.Kind.DOMAIN ? "create domain " : "create type ";
            case COLLATION -> "create collation ";
            case STATISTICS -> "create statistics ";
            case EVENT_TRIGGER -> "create event trigger ";
            case PUBLICATION -> "create publication ";
            case FOREIGN_SERVER -> "create server ";
            case SCHEMA,
                    TABLE,
                    COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    EXTENSION,
                    DEFAULT_PRIVILEGES,
                    OTHER -> throw new IllegalArgumentException(kind + " is not made by a name and what follows it");
        };
    }

    /**
     * The plan that makes an object again from what PostgreSQL printed of it; nothing if that is not enough.
     *
     * @param part under which it is to be found again
     */
    public static Optional<StructurePlan.PlannedObject> again(Blueprint.Part part, Described object) {
        return switch (part.kind()) {
            case VIEW, MATERIALIZED_VIEW -> own(part, object, " " + materialized(part, (View) object));
            case SEQUENCE -> own(part, object, " " + settings((Sequence) object));
            case FUNCTION -> own(part, object, "(" + arguments((Routine) object) + ") " + function((Routine) object));
            case TYPE -> own(part, object, typeAgain((UserType) object));
            case COLLATION, STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER ->
                own(part, object, " " + ((DatabaseObject) object).definition());
            case TRIGGER -> trigger(part, (Trigger) object);
            case RULE -> rule(part, (Rule) object);
            case POLICY ->
                planned(
                        part,
                        "create policy " + Identifiers.quote(part.name()) + " on ",
                        " " + policy((Policy) object));
            case INDEX ->
                planned(
                        part,
                        "create " + (((Index) object).unique() ? "unique " : "") + "index "
                                + Identifiers.quote(part.name()) + " on ",
                        " using " + ((Index) object).definition());
            case SCHEMA, TABLE, COLUMN, CONSTRAINT, EXTENSION, DEFAULT_PRIVILEGES, OTHER -> Optional.empty();
        };
    }

    private static String materialized(Blueprint.Part part, View view) {
        return view(view) + (part.kind() == ObjectKind.MATERIALIZED_VIEW ? " with no data" : "");
    }

    private static String typeAgain(UserType type) {
        String fragment = type(type);
        return switch (type.kind()) {
            case ENUM, RANGE -> " as " + fragment;
            case DOMAIN -> " as " + Objects.requireNonNull(type.definition(), "a domain has a definition");
            case COMPOSITE -> " as (" + String.join(", ", type.fields()) + ")";
        };
    }

    /** What pg_get_triggerdef prints, taken apart at the table's name, which no quoted name before it can hold. */
    private static Optional<StructurePlan.PlannedObject> trigger(Blueprint.Part part, Trigger trigger) {
        return around(part, trigger.definition(), " ON " + part.table().sql());
    }

    private static Optional<StructurePlan.PlannedObject> rule(Blueprint.Part part, Rule rule) {
        String create = "CREATE RULE " + Identifiers.quote(part.name()) + " AS " + rule.definition();
        return around(part, create, " TO " + part.table().sql());
    }

    private static Optional<StructurePlan.PlannedObject> around(Blueprint.Part part, String sql, String link) {
        int at = sql.indexOf(link);
        int end = at + link.length();
        if (at < 0 || end >= sql.length() || !Character.isWhitespace(sql.charAt(end))) {
            return Optional.empty();
        }
        return planned(part, sql.substring(0, end - part.table().sql().length()), sql.substring(end));
    }

    private static Optional<StructurePlan.PlannedObject> own(Blueprint.Part part, Described object, String after) {
        return planned(part, createWords(object, part.kind()), after);
    }

    private static Optional<StructurePlan.PlannedObject> planned(Blueprint.Part part, String before, String after) {
        return Optional.of(
                new StructurePlan.PlannedObject(part, new Ddl(before, List.of()), new Ddl(after, List.of())));
    }
}
