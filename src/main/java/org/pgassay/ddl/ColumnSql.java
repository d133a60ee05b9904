package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ColumnSettings;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Sequence;

/** Columns as CREATE TABLE and ALTER TABLE take them. */
final class ColumnSql {

    private ColumnSql() {}

    /** A column's declaration. What else is set of it is {@link #settings}. */
    static String declared(Column column, @Nullable Sequence sequence, boolean withDefault) {
        StringBuilder sql =
                new StringBuilder(Sql.quote(column.name())).append(' ').append(column.type());
        if (!column.settings().foreignOptions().isEmpty()) {
            sql.append(" options (")
                    .append(String.join(", ", column.settings().foreignOptions()))
                    .append(')');
        }
        if (column.collation() != null) {
            sql.append(" collate ").append(column.collation());
        }
        if (column.identity() != Column.Identity.NONE) {
            sql.append(" generated ").append(identity(column, sequence));
        }
        String expression = column.defaultExpression();
        if (column.generated() != Column.Generated.NONE) {
            sql.append(" generated always as (").append(expression).append(')');
            sql.append(column.generated() == Column.Generated.STORED ? " stored" : " virtual");
        } else if (withDefault && expression != null) {
            sql.append(" default ").append(expression);
        }
        return sql.append(column.notNull() ? " not null" : "").toString();
    }

    /** {@code always as identity (…)}, with the name of the sequence. */
    static String identity(Column column, @Nullable Sequence sequence) {
        String when = column.identity() == Column.Identity.ALWAYS ? "always" : "by default";
        List<String> options = new ArrayList<>();
        if (sequence != null) {
            options.add("sequence name " + sequence.name().sql());
        }
        if (column.settings().identityOptions() != null) {
            options.add(column.settings().identityOptions().toLowerCase(java.util.Locale.ROOT));
        }
        return when + " as identity" + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /** What such a column is when it was only declared. */
    static Column bare(Column column) {
        return with(
                column,
                column.notNull(),
                new ColumnSettings(
                        null,
                        null,
                        null,
                        List.of(),
                        column.settings().foreignOptions(),
                        column.settings().identityOptions()));
    }

    /** What a column is that was taken over from a parent. */
    static Column takenOver(Column own, Column parent) {
        return with(
                own,
                parent.notNull(),
                new ColumnSettings(
                        parent.settings().storage(),
                        parent.settings().compression(),
                        null,
                        List.of(),
                        List.of(),
                        own.settings().identityOptions()));
    }

    /** The column without what comes from its default, its privileges and its comment. */
    static Column withoutAttachments(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                column.generated() == Column.Generated.NONE ? null : column.defaultExpression(),
                column.identity(),
                column.generated(),
                column.inherited(),
                column.settings(),
                List.of(),
                null);
    }

    static Column withoutIdentity(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                column.defaultExpression(),
                Column.Identity.NONE,
                column.generated(),
                column.inherited(),
                column.settings(),
                column.grants(),
                column.comment());
    }

    static Column withoutStorage(Column column) {
        ColumnSettings settings = column.settings();
        return with(
                column,
                column.notNull(),
                new ColumnSettings(
                        null,
                        settings.compression(),
                        settings.statistics(),
                        settings.options(),
                        settings.foreignOptions(),
                        settings.identityOptions()));
    }

    static Column nullable(Column column) {
        return with(column, false, column.settings());
    }

    private static Column with(Column column, boolean notNull, ColumnSettings settings) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                notNull,
                column.defaultExpression(),
                column.identity(),
                column.generated(),
                column.inherited(),
                settings,
                column.grants(),
                column.comment());
    }

    /**
     * What makes the nullability and the settings of a column those of another.
     *
     * @param alter the words that begin a change of the relation
     */
    static List<DdlStatement> settings(String alter, String object, Column from, Column to) {
        String column = alter + "alter column " + Sql.quote(to.name()) + " ";
        List<DdlStatement> changes = new ArrayList<>();
        ColumnSettings was = from.settings();
        ColumnSettings is = to.settings();
        if (from.notNull() != to.notNull()) {
            changes.add(statement(
                    column + (to.notNull() ? "set" : "drop") + " not null",
                    object,
                    to.notNull() ? Danger.LOCK_RISKY : Danger.ADDITIVE));
        }
        if (!Objects.equals(was.storage(), is.storage())) {
            String storage = Objects.requireNonNullElseGet(is.storage(), () -> Storage.of(to.type()));
            changes.add(statement(column + "set storage " + storage, object, Danger.ADDITIVE));
        }
        if (!Objects.equals(was.compression(), is.compression())) {
            String method = Objects.requireNonNullElse(is.compression(), "default");
            changes.add(statement(column + "set compression " + method, object, Danger.ADDITIVE));
        }
        if (!Objects.equals(was.statistics(), is.statistics())) {
            int target = Objects.requireNonNullElse(is.statistics(), -1);
            changes.add(statement(column + "set statistics " + target, object, Danger.ADDITIVE));
        }
        options(column, was.options(), is.options())
                .forEach(sql -> changes.add(statement(sql, object, Danger.ADDITIVE)));
        if (!was.foreignOptions().equals(is.foreignOptions())) {
            changes.add(statement(
                    column + "options (" + foreign(was.foreignOptions(), is.foreignOptions()) + ")",
                    object,
                    Danger.ADDITIVE));
        }
        return changes;
    }

    private static DdlStatement statement(String sql, String object, Danger danger) {
        return DdlStatement.of(sql, ObjectKind.COLUMN, object, danger);
    }

    /** SET and RESET of options that are kept as {@code name=value}. */
    static List<String> options(String alter, List<String> from, List<String> to) {
        List<String> changes = new ArrayList<>();
        List<String> gone = from.stream()
                .filter(option -> to.stream().noneMatch(other -> name(other).equals(name(option))))
                .toList();
        List<String> set = to.stream().filter(option -> !from.contains(option)).toList();
        if (!gone.isEmpty()) {
            changes.add(alter + "reset (" + Sql.optionNames(gone) + ")");
        }
        if (!set.isEmpty()) {
            changes.add(alter + "set (" + Sql.options(set) + ")");
        }
        return changes;
    }

    private static String name(String option) {
        return option.split("=", 2)[0];
    }

    /** What leads from some options of a foreign object to others; each is {@code name 'value'}. */
    static String foreign(List<String> from, List<String> to) {
        Map<String, String> was = byName(from);
        Map<String, String> is = byName(to);
        List<String> changes = new ArrayList<>();
        was.keySet().stream().filter(name -> !is.containsKey(name)).forEach(name -> changes.add("drop " + name));
        is.forEach((name, option) -> {
            if (!was.containsKey(name)) {
                changes.add("add " + option);
            } else if (!option.equals(was.get(name))) {
                changes.add("set " + option);
            }
        });
        return String.join(", ", changes);
    }

    private static Map<String, String> byName(List<String> options) {
        Map<String, String> names = new LinkedHashMap<>();
        options.forEach(option -> names.put(Names.tokens(option).get(0).text(), option));
        return names;
    }
}
