package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedColumn;
import org.pgassay.postgres.blueprint.Scratch.Piece;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Suggestions;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells a mistake in the spec from a gap in the database, when PostgreSQL refuses a fragment.
 *
 * <p>Bad syntax is a mistake. A name that does not exist is a gap, because migrations should have made what it names,
 * unless it is plainly misspelt: one or two typing mistakes away from something built in or stated in the spec.
 */
final class FragmentErrors {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private static final Pattern UNKNOWN_TYPE = Pattern.compile("type \"?([^\"]+?)\"? does not exist");

    private static final Pattern CALL = Pattern.compile("function ([^(]+)\\(");

    private final Connection connection;
    private final StructurePlan plan;
    private final Catalog actual;
    private final Map<String, List<String>> builtIn = new HashMap<>();

    FragmentErrors(Connection connection, StructurePlan plan, Catalog actual) {
        this.connection = connection;
        this.plan = plan;
        this.actual = actual;
    }

    /** Why the fragment cannot be made in this database, if that is the database's fault. */
    Optional<String> fault(Piece piece, SQLException error) throws SQLException {
        String state = String.valueOf(error.getSQLState());
        if (!isOfTable(piece.part())) {
            return isMistake(state) || suggestion(piece, error).isPresent()
                    ? Optional.empty()
                    : Optional.of(message(error));
        }
        if (piece.part().kind() == ObjectKind.TABLE) {
            return isMistakeOfPartitioning(piece.part(), state) ? Optional.empty() : Optional.of(message(error));
        }
        boolean gap = switch (state) {
            case "42703" -> suggestion(piece, error).isEmpty();
            case "42704" ->
                suggestion(piece, error).isEmpty()
                        && (String.valueOf(error.getMessage()).contains("collation") || !realColumnIsBuiltIn(piece));
            case "42883", "42P01", "3F000" -> suggestion(piece, error).isEmpty();
            // A literal that is none of a type of the migrations, such as an enum's label that is no more.
            case "22P02" -> !isOfBuiltInType(error);
            case "42804", "42830" -> mentionsFillers(piece);
            // An index of what is stated as a materialized view, and is a view.
            case "42809" ->
                piece.part().kind() == ObjectKind.INDEX
                        && plan.table(piece.part().table()).isEmpty();
            default -> false;
        };
        return gap ? Optional.of(message(error)) : Optional.empty();
    }

    private static boolean isOfTable(Part part) {
        return switch (part.kind()) {
            case TABLE, COLUMN, CONSTRAINT, INDEX -> true;
            case SCHEMA,
                    TRIGGER,
                    POLICY,
                    RULE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    FOREIGN_SERVER,
                    DEFAULT_PRIVILEGES,
                    OTHER -> false;
        };
    }

    /**
     * Whether an error has its cause in the fragment alone: its syntax, its literals, or clauses that contradict each
     * other. All else depends on the objects that the fragment names.
     */
    private static boolean isMistake(String state) {
        return state.startsWith("22")
                || Set.of("42601", "42602", "42622", "42611", "42P13", "42P02", "42P16")
                        .contains(state);
    }

    /** Bounds that overlap are a mistake, and values of another type than the key's where the spec states the column. */
    private boolean isMistakeOfPartitioning(Part part, String state) {
        boolean ofType = state.startsWith("22") || state.equals("42804");
        return ofType
                ? plan.table(part.table()).isPresent()
                : isMistake(state) || state.equals("42P17") || state.equals("42P16");
    }

    /** The mistake in the spec, at the place that PostgreSQL points to. */
    Problem problem(Piece piece, SQLException error) throws SQLException {
        ServerErrorMessage server = server(error);
        int position = server == null || server.getPosition() <= 0 ? 0 : server.getPosition() - 1 - piece.prefix();
        String hint = suggestion(piece, error)
                .map(word -> " (did you mean '" + word + "'?)")
                .orElse("");
        return new Problem(
                position < 0 ? piece.fragment().location() : piece.fragment().locate(position),
                "PostgreSQL refuses this " + what(piece.part()) + ": " + message(error) + hint);
    }

    private static String what(Part part) {
        return switch (part.kind()) {
            case CONSTRAINT -> "constraint";
            case TABLE -> part.name().isEmpty() ? "partition key" : "partition's bound";
            default -> part.kind().word() + " definition";
        };
    }

    private static @Nullable ServerErrorMessage server(SQLException error) {
        return error instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    }

    /** PostgreSQL's message with its detail and hint; scratch names do not concern the reader. */
    private static String message(SQLException error) {
        ServerErrorMessage server = server(error);
        if (server == null) {
            return String.valueOf(error.getMessage());
        }
        StringBuilder text = new StringBuilder(String.valueOf(server.getMessage()));
        if (server.getDetail() != null) {
            text.append(" (").append(server.getDetail()).append(')');
        }
        return text.toString().replaceAll("pgassay_(expected|objects|hosts)_[0-9_]+\\.", "");
    }

    private boolean isOfBuiltInType(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return actual.types().stream()
                .noneMatch(type -> message.contains(" " + type.name().sql() + ":")
                        || message.contains(" " + Identifiers.quote(type.name().name()) + ":"));
    }

    /** What was probably meant by the name that does not exist. */
    private Optional<String> suggestion(Piece piece, SQLException error) throws SQLException {
        String message = String.valueOf(error.getMessage());
        if (piece.part().kind() == ObjectKind.TRIGGER || piece.part().kind() == ObjectKind.EVENT_TRIGGER) {
            return Optional.empty();
        }
        return switch (String.valueOf(error.getSQLState())) {
            // A column that the spec states by this very name is one that the database lacks.
            case "42703" ->
                quoted(message)
                        .filter(name -> !statedColumns(piece.part()).contains(name))
                        .flatMap(name -> Suggestions.closest(name, statedColumns(piece.part())));
            case "42704" -> {
                Matcher type = UNKNOWN_TYPE.matcher(message);
                Optional<String> name = type.find() ? Optional.of(type.group(1)) : Optional.empty();
                yield name.isPresent() ? Suggestions.closest(name.get(), builtIn("types")) : name;
            }
            case "42883" -> {
                Matcher call = CALL.matcher(message);
                yield call.find() ? Suggestions.closest(call.group(1), builtIn("functions")) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> quoted(String message) {
        Matcher name = QUOTED.matcher(message);
        return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private List<String> statedColumns(Part part) {
        return plan.table(part.table())
                .map(table -> table.columns().stream().map(PlannedColumn::name).toList())
                .orElse(List.of());
    }

    /** Whether the real column is of a built-in type, so that the spec's unknown type is no type of the migrations. */
    private boolean realColumnIsBuiltIn(Piece piece) {
        if (piece.part().kind() != ObjectKind.COLUMN) {
            return false;
        }
        Optional<Column> real = actual.table(piece.part().table())
                .flatMap(table -> table.column(piece.part().name()));
        return real.isPresent()
                && actual.types().stream()
                        .map(UserType::name)
                        .noneMatch(type -> real.get().type().startsWith(type.sql()))
                && !real.get().type().contains(".");
    }

    /** Whether a foreign key involves columns that the spec leaves out: then the database's types are to blame. */
    private boolean mentionsFillers(Piece piece) {
        Optional<Table> real = actual.table(piece.part().table());
        return piece.part().kind() == ObjectKind.CONSTRAINT
                && plan.table(piece.part().table()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .filter(constraint ->
                                constraint.name().equals(piece.part().name()))
                        .anyMatch(constraint -> {
                            var reference = constraint.reference();
                            return reference != null
                                    && (real.isEmpty()
                                            || reference.columns().stream()
                                                    .anyMatch(column -> !statedColumns(piece.part())
                                                            .contains(column))
                                            || plan.tables().stream()
                                                    .filter(table ->
                                                            table.name().name().equals(reference.table()))
                                                    .noneMatch(table -> reference.referenced().stream()
                                                            .allMatch(table::defines)));
                        });
    }

    private List<String> builtIn(String kind) throws SQLException {
        List<String> known = builtIn.get(kind);
        if (known == null) {
            known = query(
                    kind.equals("types")
                            ? "select distinct typname from pg_catalog.pg_type where typnamespace ="
                                    + " 'pg_catalog'::pg_catalog.regnamespace and typtype in ('b', 'r') and typname !~ '^_'"
                                    + " union select unnest(array['integer', 'int', 'bigint', 'smallint', 'boolean', 'decimal',"
                                    + " 'real', 'serial', 'bigserial', 'smallserial', 'character'])"
                            : "select distinct proname from pg_catalog.pg_proc where pronamespace ="
                                    + " 'pg_catalog'::pg_catalog.regnamespace");
            builtIn.put(kind, known);
        }
        return known;
    }

    private List<String> query(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
