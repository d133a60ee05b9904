package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.ForeignKey.Action;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.View;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Outcome;

/** Ways to the table by other tables and views. */
final class ReachVectors {

    private final Field field;
    private final List<Ancestors.Way> ancestors;

    ReachVectors(Field field, List<Ancestors.Way> ancestors) {
        this.field = field;
        this.ancestors = List.copyOf(ancestors);
    }

    List<Attempt> truncateCascade(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (String parent : field.ways().referred()) {
            attempts.add(field.attempt(
                    assailant,
                    "TRUNCATE " + parent + " CASCADE",
                    field.first(),
                    List.of(),
                    "truncate " + parent + " cascade"));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "TRUNCATE … CASCADE", "it refers to no other table"))
                : attempts;
    }

    List<Attempt> parentAction(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (Ancestors.Way way : ancestors) {
            ForeignKey key = way.foreign();
            if (key == null ? field.ledger().forbids(Deed.DELETE) : comesDown(way, key.onDelete())) {
                attempts.add(deleted(assailant, way));
            }
            if (key != null && Ancestors.acts(key.onUpdate()) && guards(way)) {
                attempts.addAll(updated(assailant, way, key));
            }
        }
        int wanted = Ancestors.keys(field.ground().table()).size();
        long made = ancestors.stream().filter(way -> way.key() != null).count();
        if (made < wanted) {
            attempts.add(new Attempt(
                    assailant.who(),
                    assailant.role(),
                    "DELETE of a row that it refers to",
                    Outcome.UNTRIED,
                    "no row could be made up above it for " + (wanted - made) + " of " + wanted + " foreign keys"));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(
                        assailant,
                        "DELETE of a row that it refers to",
                        "no foreign key of it has an action that changes it"))
                : attempts;
    }

    private boolean comesDown(Ancestors.Way way, Action action) {
        return switch (action) {
            case CASCADE -> field.ledger().forbids(Deed.DELETE);
            case SET_NULL, SET_DEFAULT -> guards(way);
            case NO_ACTION, RESTRICT -> false;
        };
    }

    /** Whether a column of the foreign key is one that must not change. */
    private boolean guards(Ancestors.Way way) {
        return way.key() != null
                && field.ledger().forbids(Deed.UPDATE)
                && !field.changeable().containsAll(way.key().columns());
    }

    private Attempt deleted(Assailant assailant, Ancestors.Way way) throws SQLException {
        String parent = way.parent().name().sql();
        return Field.said(
                assailant,
                "DELETE of its row's own " + parent,
                byParent(
                        assailant,
                        way,
                        "delete from " + parent + " where " + way.row().at(),
                        "delete from " + parent));
    }

    private List<Attempt> updated(Assailant assailant, Ancestors.Way way, ForeignKey key) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        String parent = way.parent().name().sql();
        Values values = new Values(field.ground().bench().catalog(), List.of(way.row()));
        for (String name : key.columns()) {
            Optional<Column> column = way.parent().column(name);
            List<Judge.Ruling> rulings = new ArrayList<>();
            for (String value :
                    column.map(each -> values.other(each, way.row())).orElse(List.of())) {
                String set = "update " + parent + " set " + Identifiers.quote(name) + " = " + value;
                rulings.add(byParent(assailant, way, set + " where " + way.row().at(), set));
                if (!Field.most(rulings).is(Outcome.UNTRIED)) {
                    break;
                }
            }
            attempts.add(
                    Field.said(assailant, "UPDATE of " + parent + "." + Identifiers.quote(name), Field.most(rulings)));
        }
        return attempts;
    }

    /** What the table's own row security hides does not matter to an action. */
    private Judge.Ruling byParent(Assailant assailant, Ancestors.Way way, String one, String all) throws SQLException {
        boolean bound = assailant.boundBy(way.parent().name().sql());
        List<Judge.Ruling> rulings = new ArrayList<>();
        for (String sql : List.of(one, all)) {
            rulings.add(field.judge().of(assailant.fire(way.row(), List.of(), sql), field.staying(), bound));
        }
        Judge.Ruling ruling = Field.most(rulings);
        return ruling.is(Outcome.IGNORED) && !field.ways().explained()
                ? new Judge.Ruling(Outcome.UNTRIED, "no error and no row changed, and nothing says why")
                : ruling;
    }

    List<Attempt> view(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (String name : field.ways().views()) {
            List<Column> columns = field.ground().bench().catalog().views().stream()
                    .filter(view -> view.name().sql().equals(name))
                    .findFirst()
                    .map(View::columns)
                    .orElse(List.of());
            attempts.addAll(through(assailant, name, columns));
        }
        for (String name : field.ways().ruled()) {
            List<Column> columns = field.ground().bench().catalog().tables().stream()
                    .filter(table -> table.name().sql().equals(name))
                    .findFirst()
                    .map(Table::columns)
                    .orElse(List.of());
            attempts.addAll(through(assailant, name, Field.changing(columns)));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "a view", "no view and no rule leads to it"))
                : attempts;
    }

    private List<Attempt> through(Assailant assailant, String name, List<Column> columns) throws SQLException {
        List<Column> guarded = columns.stream()
                .filter(column -> !field.changeable().contains(column.name()))
                .toList();
        return field.deeds(assailant, new Field.Target(name, name + " ", guarded, false), List.of(), "");
    }

    /** Each partition and child, and each parent, by its own name. */
    List<Attempt> partition(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (String name : field.ways().below()) {
            attempts.addAll(directly(assailant, name));
        }
        for (String name : field.ways().above()) {
            attempts.addAll(field.deeds(
                    assailant, new Field.Target(name, name + " ", field.table().columns(), true), List.of(), ""));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "a partition", "it has no partitions, children or parents"))
                : attempts;
    }

    private List<Attempt> directly(Assailant assailant, String name) throws SQLException {
        String oid = field.ground()
                .column("select '" + name.replace("'", "''") + "'::pg_catalog.regclass::pg_catalog.oid")
                .get(0);
        List<LedgerRow> held = field.staying().stream()
                .filter(row -> row.at().startsWith("tableoid = " + oid + " "))
                .toList();
        Field.Target target = new Field.Target(name, name + " ", field.table().columns(), true);
        List<Attempt> attempts =
                field.on(held.isEmpty() ? field.staying() : held).deeds(assailant, target, List.of(), "");
        if (!held.isEmpty()) {
            return attempts;
        }
        return attempts.stream()
                .map(attempt ->
                        attempt.outcome() == Outcome.BLOCKED && attempt.reason().endsWith("(42501)")
                                ? attempt
                                : new Attempt(
                                        attempt.who(),
                                        attempt.role(),
                                        attempt.what(),
                                        Outcome.UNTRIED,
                                        "no row could be made up that belongs there"))
                .toList();
    }
}
