package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.sql.Token;

/** Which pieces can be changed without being dropped and made again, and how. */
final class Changes {

    private Changes() {}

    /** The change; nothing where the piece must be dropped and made again. */
    static Optional<Change> of(Piece from, Piece to) {
        return switch (to.key().sort()) {
            case GRANT -> grants((Pieces.GrantForm) from.form(), (Pieces.GrantForm) to.form());
            case COMMENT, DEFAULT, TRIGGER_STATE, OWNED -> Optional.of(Change.of(to.make()));
            case SETTING -> setting(from, to);
            case TABLE -> table(to, (TablePieces.Form) from.form(), (TablePieces.Form) to.form());
            case COLUMN -> ColumnChange.of((TablePieces.ColumnForm) from.form(), (TablePieces.ColumnForm) to.form());
            case CHECK, FOREIGN_KEY, KEY -> constraint(from, to);
            case VIEW -> view(to, ((ViewPieces.Form) from.form()).view(), ((ViewPieces.Form) to.form()).view());
            case FUNCTION ->
                routine(to, ((RoutinePieces.Form) from.form()).routine(), ((RoutinePieces.Form) to.form()).routine());
            case SEQUENCE -> sequence(from, to);
            case TYPE -> TypeChange.of((TypePieces.Form) from.form(), (TypePieces.Form) to.form());
            case EXTENSION ->
                Optional.of(Change.of(List.of(DdlStatement.of(
                        "alter extension " + to.key().name() + " set schema " + Sql.quote((String) to.form()),
                        ObjectKind.EXTENSION,
                        to.object(),
                        Danger.ADDITIVE))));
            case SERVER -> foreign("server", from, to);
            case WRAPPER -> foreign("foreign data wrapper", from, to);
            case SCHEMA,
                    SHELL,
                    COLLATION,
                    OTHER,
                    PARTITION,
                    INDEX,
                    INDEX_PARTITION,
                    TRIGGER,
                    RULE,
                    POLICY,
                    STATISTICS,
                    PUBLICATION,
                    DEFAULT_PRIVILEGES,
                    EVENT_TRIGGER,
                    NOTE -> Optional.empty();
        };
    }

    private static Optional<Change> grants(Pieces.GrantForm from, Pieces.GrantForm to) {
        return Optional.of(Change.of(to.grants().between(from.wanted(), to.wanted())));
    }

    /** Options are set and reset one by one; everything else is overwritten. */
    private static Optional<Change> setting(Piece from, Piece to) {
        if (!to.key().name().endsWith("options")) {
            return Optional.of(Change.of(to.make()));
        }
        List<DdlStatement> statements = new ArrayList<>(from.unmake());
        statements.addAll(to.make());
        return Optional.of(Change.of(statements));
    }

    private static Optional<Change> table(Piece piece, TablePieces.Form from, TablePieces.Form to) {
        boolean other = from.kind() != to.kind()
                || !from.partitionKey().equals(to.partitionKey())
                || !from.foreignServer().equals(to.foreignServer())
                || !fits(from.origin().table(), to.origin().table());
        if (other) {
            return Optional.empty();
        }
        List<DdlStatement> statements = new ArrayList<>();
        Table table = to.origin().table();
        String alter = "alter table " + table.name().sql() + " ";
        if (!from.ofType().equals(to.ofType())) {
            String type = table.settings().ofType();
            statements.add(statement(piece, alter + (type == null ? "not of" : "of " + type), Danger.ADDITIVE));
        }
        for (QualifiedName parent : from.inheritsFrom()) {
            if (!to.inheritsFrom().contains(parent)) {
                statements.add(statement(piece, alter + "no inherit " + parent.sql(), Danger.ADDITIVE));
            }
        }
        for (QualifiedName parent : to.inheritsFrom()) {
            if (!from.inheritsFrom().contains(parent)) {
                statements.add(statement(piece, alter + "inherit " + parent.sql(), Danger.ADDITIVE));
            }
        }
        if (from.unlogged() != to.unlogged()) {
            statements.add(
                    statement(piece, alter + "set " + (to.unlogged() ? "unlogged" : "logged"), Danger.LOCK_RISKY));
        }
        if (!from.accessMethod().equals(to.accessMethod())) {
            String method = table.settings().accessMethod();
            statements.add(statement(
                    piece,
                    alter + "set access method " + (method == null ? "heap" : Sql.quote(method)),
                    Danger.LOCK_RISKY));
        }
        return Optional.of(Change.of(statements));
    }

    /** Whether a table that goes from one parent to another, or to none, keeps what it has from there. */
    private static boolean fits(Table from, Table to) {
        if (Objects.equals(from.partitionOf(), to.partitionOf())
                && from.inheritsFrom().equals(to.inheritsFrom())) {
            return true;
        }
        boolean constraints = from.constraints().stream()
                .filter(Constraint::inherited)
                .filter(each -> each.type() == Constraint.Type.CHECK || each.type() == Constraint.Type.FOREIGN_KEY)
                .allMatch(each -> to.constraint(each.name())
                        .filter(other -> other.definition().equals(each.definition()))
                        .isPresent());
        if (from.partitionOf() != null || to.partitionOf() != null) {
            return constraints && shapes(from, column -> true).equals(shapes(to, column -> true));
        }
        // INHERIT leaves columns the table's own, and NO INHERIT leaves them there.
        return constraints
                && shapes(from, Column::inherited).containsAll(shapes(to, Column::inherited))
                && shapes(to, column -> true).containsAll(shapes(from, Column::inherited));
    }

    private static Set<List<?>> shapes(Table table, Predicate<Column> which) {
        return table.columns().stream()
                .filter(which)
                .map(column -> List.of(
                        column.name(),
                        column.type(),
                        String.valueOf(column.collation()),
                        column.notNull(),
                        column.generated()))
                .collect(Collectors.toSet());
    }

    private static DdlStatement statement(Piece piece, String sql, Danger danger) {
        return DdlStatement.of(sql, piece.kind(), piece.object(), danger);
    }

    /** A constraint that only was inherited and is no more, or the other way round, or that is to be validated. */
    private static Optional<Change> constraint(Piece from, Piece to) {
        List<?> was = (List<?>) from.form();
        List<?> is = (List<?>) to.form();
        if (was.get(0).equals(is.get(0)) && was.get(1).equals(is.get(1))) {
            return Optional.of(Change.of(List.of()));
        }
        boolean validated =
                was.get(0).equals(is.get(0) + " NOT VALID") && was.get(1).equals(is.get(1));
        if (!validated || to.make().isEmpty()) {
            return Optional.empty();
        }
        String make = String.valueOf(to.make().get(0).sql());
        String validate =
                make.substring(0, make.indexOf(" add constraint ")) + " validate constraint " + Sql.quote(nameOf(to));
        return Optional.of(Change.of(List.of(statement(to, validate, Danger.ADDITIVE)
                .noted("It reads the whole table, and lets others read and write meanwhile."))));
    }

    /** The last of the names in the key. */
    private static String nameOf(Piece piece) {
        List<Token> tokens = Names.tokens(piece.key().name());
        return tokens.get(tokens.size() - 1).name();
    }

    private static Optional<Change> view(Piece piece, View from, View to) {
        if (from.materialized() || to.materialized()) {
            return materialized(piece, from, to);
        }
        List<List<?>> was = from.columns().stream().map(Changes::shape).toList();
        List<List<?>> is = to.columns().stream().map(Changes::shape).toList();
        boolean grows = is.size() >= was.size() && is.subList(0, was.size()).equals(was) && !was.isEmpty();
        return grows
                ? Optional.of(Change.of(List.of(statement(piece, ViewPieces.create(to, true), Danger.ADDITIVE))))
                : Optional.empty();
    }

    private static List<?> shape(Column column) {
        return List.of(column.name(), column.type(), String.valueOf(column.collation()));
    }

    private static Optional<Change> materialized(Piece piece, View from, View to) {
        boolean same = from.materialized()
                && to.materialized()
                && from.definition().equals(to.definition())
                && from.columns().stream()
                        .map(Changes::shape)
                        .toList()
                        .equals(to.columns().stream().map(Changes::shape).toList());
        if (!same) {
            return Optional.empty();
        }
        String alter = "alter materialized view " + to.name().sql() + " ";
        List<DdlStatement> statements = new ArrayList<>();
        ColumnSql.options(alter, from.options(), to.options())
                .forEach(sql -> statements.add(statement(piece, sql, Danger.ADDITIVE)));
        for (int i = 0; i < to.columns().size(); i++) {
            var column = to.columns().get(i);
            statements.addAll(ColumnSql.settings(
                    alter, Sql.part(to.name(), column.name()), from.columns().get(i), column));
        }
        return Optional.of(Change.of(statements));
    }

    /** CREATE OR REPLACE keeps the arguments' names, the result, and the defaults that there are. */
    private static Optional<Change> routine(Piece piece, Routine from, Routine to) {
        boolean replaceable = from.kind() == to.kind()
                && to.kind() != Routine.Kind.AGGREGATE
                && from.arguments().equals(to.arguments())
                && String.valueOf(from.result()).equals(String.valueOf(to.result()))
                && defaults(from) <= defaults(to);
        return replaceable
                ? Optional.of(Change.of(List.of(statement(piece, RoutinePieces.create(to, true), Danger.ADDITIVE))))
                : Optional.empty();
    }

    private static long defaults(Routine routine) {
        return Names.tokens(routine.declaredArguments()).stream()
                .filter(token -> token.depth() == 0 && token.is("default"))
                .count();
    }

    private static Optional<Change> sequence(Piece from, Piece to) {
        if (!(from.form() instanceof SequencePieces.Form was) || !(to.form() instanceof SequencePieces.Form is)) {
            return Optional.empty();
        }
        Sequence sequence = is.sequence();
        String alter = "alter sequence " + sequence.name().sql() + " ";
        List<DdlStatement> statements = new ArrayList<>();
        if (!SequencePieces.options(was.sequence()).equals(SequencePieces.options(sequence))) {
            statements.add(statement(
                    to, alter + SequencePieces.options(sequence) + restart(was.sequence(), sequence), Danger.ADDITIVE));
        }
        if (was.sequence().unlogged() != sequence.unlogged()) {
            statements.add(
                    statement(to, alter + "set " + (sequence.unlogged() ? "unlogged" : "logged"), Danger.ADDITIVE));
        }
        return Optional.of(Change.of(statements));
    }

    /** A sequence whose first value is no longer among its values cannot go on where it is. */
    static String restart(Sequence from, Sequence to) {
        return from.start() < to.minimum() || from.start() > to.maximum() ? " restart" : "";
    }

    /** A foreign server or wrapper of which only the version and the options are other ones. */
    private static Optional<Change> foreign(String word, Piece from, Piece to) {
        Options was = Options.of((String) from.form());
        Options is = Options.of((String) to.form());
        if (!was.rest().equals(is.rest())) {
            return Optional.empty();
        }
        StringBuilder sql = new StringBuilder("alter " + word + " " + to.key().name());
        if (!String.valueOf(was.version()).equals(String.valueOf(is.version()))) {
            if (is.version() == null) {
                return Optional.empty();
            }
            sql.append(" version ").append(is.version());
        }
        String options = ColumnSql.foreign(was.options(), is.options());
        if (!options.isEmpty()) {
            sql.append(" options (").append(options).append(')');
        }
        return Optional.of(Change.of(List.of(statement(to, sql.toString(), Danger.ADDITIVE))));
    }

    /**
     * The definition of a foreign server or wrapper, taken apart.
     *
     * @param version as SQL
     */
    private record Options(String rest, @Nullable String version, List<String> options) {

        static Options of(String definition) {
            int at = Sql.keyword(definition, "options");
            String head = at < 0 ? definition : definition.substring(0, at).strip();
            List<String> options = List.of();
            if (at >= 0) {
                String list = definition.substring(at + "options".length()).strip();
                options = Sql.split(list.substring(1, list.length() - 1));
            }
            List<Token> tokens = Names.tokens(head);
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("version") && tokens.get(i + 1).kind() == Token.Kind.STRING) {
                    String rest = head.substring(0, tokens.get(i).offset())
                            + head.substring(tokens.get(i + 1).end()).strip();
                    return new Options(rest, tokens.get(i + 1).text(), options);
                }
            }
            return new Options(head, null, options);
        }
    }
}
