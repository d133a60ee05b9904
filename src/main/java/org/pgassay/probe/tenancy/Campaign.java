package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Operation;

/**
 * All attempts of one tenant on another.
 *
 * @param mine the tenant that tries
 * @param theirs the other one
 * @param obstacles why a table has no row, by table
 */
record Campaign(
        Attacker attacker, World world, Tenant mine, Tenant theirs, Map<QualifiedName, String> obstacles) {

    private static final String HELP = "State under 'behaviour: {sampleRows: …}' what rows of the table must have.";

    /** Opens a session that has not said for which tenant it works. */
    interface Sessions {
        Attacker open() throws SQLException;
    }

    private interface Shot {
        Optional<Attempt> fire() throws SQLException;
    }

    List<Attempt> attempts(Sessions sessions) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        Map<QualifiedName, Attempt> reads = new LinkedHashMap<>();
        if (world.plan().rowSecurity()) {
            for (Belonging table : world.plan().tables()) {
                rows(table, reads, attempts);
            }
        }
        for (Belonging table : world.plan().tables()) {
            for (String key : table.references()) {
                attempts.add(reference(table, key));
            }
        }
        if (world.plan().rowSecurity()) {
            nobody(reads, sessions, attempts);
            views(attempts);
        }
        return attempts;
    }

    private void rows(Belonging table, Map<QualifiedName, Attempt> reads, List<Attempt> into) throws SQLException {
        Optional<Placed> own = mine.row(table.table());
        Optional<Placed> other = theirs.row(table.table());
        if (own.isEmpty() || other.isEmpty()) {
            for (Operation operation : List.of(
                    Operation.READ,
                    Operation.INSERT,
                    Operation.UPDATE,
                    Operation.DELETE,
                    Operation.UPSERT,
                    Operation.MOVE,
                    Operation.NO_CONTEXT)) {
                into.add(verdicts(operation, table.table(), null).untried(unfilled(table.table()), HELP));
            }
            return;
        }
        attacker.as(mine, () -> {
            RowAttacks attacks = new RowAttacks(
                    attacker, world, table, own.get(), other.get(), world.condition(table, theirs.values()));
            ReadAttacks reading = new ReadAttacks(attacker, world, table.table(), own.get(), other.get());
            Attempt read = guarded(Operation.READ, table.table(), null, () -> Optional.of(reading.read()))
                    .orElseThrow();
            reads.put(table.table(), read);
            into.add(read);
            add(Operation.INSERT, table, () -> Optional.of(attacks.insert()), into);
            add(Operation.UPDATE, table, () -> Optional.of(attacks.update()), into);
            add(Operation.DELETE, table, () -> Optional.of(attacks.delete()), into);
            add(Operation.UPSERT, table, attacks::upsert, into);
            add(Operation.MOVE, table, attacks::move, into);
            return into;
        });
    }

    private void add(Operation operation, Belonging table, Shot shot, List<Attempt> into) throws SQLException {
        guarded(operation, table.table(), null, shot).ifPresent(into::add);
    }

    /** What cannot be prepared is not tried, and the next is. */
    private Optional<Attempt> guarded(
            Operation operation, QualifiedName table, @Nullable String constraint, Shot shot) throws SQLException {
        try {
            return attacker.undone(shot::fire);
        } catch (Attacker.NotPreparedException e) {
            return Optional.of(verdicts(operation, table, constraint)
                    .untried(String.valueOf(e.getMessage()), "Report this to the authors of pgAssay with the spec."));
        }
    }

    private Verdicts verdicts(Operation operation, QualifiedName table, @Nullable String constraint) {
        return new Verdicts(operation, table, constraint, attacker.role());
    }

    private String unfilled(QualifiedName table) {
        return table.sql() + " could not be filled for two tenants: "
                + obstacles.getOrDefault(table, "it has no row of one of them");
    }

    private Attempt reference(Belonging child, String name) throws SQLException {
        Constraint key = world.key(child.table(), name);
        QualifiedName parent = Objects.requireNonNull(key.foreignKey()).table();
        Optional<Placed> own = mine.row(child.table());
        Optional<Placed> myParent = mine.row(parent);
        Optional<Placed> theirParent = theirs.row(parent);
        if (own.isEmpty() || myParent.isEmpty() || theirParent.isEmpty()) {
            return verdicts(Operation.REFERENCE, child.table(), name)
                    .untried(unfilled(own.isEmpty() ? child.table() : parent), HELP);
        }
        return attacker.as(mine, () -> guarded(
                        Operation.REFERENCE,
                        child.table(),
                        name,
                        () -> Optional.of(new ReferenceAttacks(
                                        attacker,
                                        world,
                                        child,
                                        key,
                                        own.get(),
                                        theirs.row(child.table()).orElse(null),
                                        myParent.get(),
                                        theirParent.get())
                                .attempt()))
                .orElseThrow());
    }

    /** A session that never said anything, and one whose tenant was undone: its setting is then empty, not unset. */
    private void nobody(Map<QualifiedName, Attempt> reads, Sessions sessions, List<Attempt> into) throws SQLException {
        try (Attacker fresh = sessions.open()) {
            for (Map.Entry<QualifiedName, Attempt> each : reads.entrySet()) {
                Placed own = mine.row(each.getKey()).orElseThrow();
                Placed other = theirs.row(each.getKey()).orElseThrow();
                Attempt first = fresh.asNobody(() -> new ReadAttacks(fresh, world, each.getKey(), own, other)
                        .asNobody(each.getValue(), "in a session that said nothing"));
                Attempt second = attacker.asNobody(() -> new ReadAttacks(attacker, world, each.getKey(), own, other)
                        .asNobody(each.getValue(), "in a session whose last transaction was a tenant's"));
                into.add(worse(first, second));
            }
        }
    }

    private static Attempt worse(Attempt first, Attempt second) {
        return switch (first.result()) {
            case REACHED -> first;
            case DENIED, NO_ACCESS, SHUT, UNTRIED ->
                switch (second.result()) {
                    case REACHED, SHUT, UNTRIED -> second;
                    case DENIED, NO_ACCESS -> first;
                };
        };
    }

    private void views(List<Attempt> into) throws SQLException {
        ViewAttacks attacks = new ViewAttacks(attacker, world, mine, theirs);
        for (QualifiedName view : world.plan().views()) {
            attacker.as(mine, () -> guarded(Operation.VIEW, view, null, () -> attacks.attempt(view)))
                    .ifPresent(into::add);
        }
    }
}
