package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Operation;
import org.pgassay.check.Isolation.TenantColumn;

/**
 * A row of one tenant that points to a row of another by a foreign key.
 *
 * @param mine a row of the tenant that tries
 * @param theirs a row of the other one, in the same table; null where there is none
 * @param myParent the row of the tenant that tries in the table that the key points to
 * @param theirParent that of the other one
 */
record ReferenceAttacks(
        Attacker attacker,
        World world,
        Belonging child,
        Constraint key,
        Placed mine,
        @Nullable Placed theirs,
        Placed myParent,
        Placed theirParent) {

    Attempt attempt() throws SQLException {
        Verdicts verdicts = new Verdicts(Operation.REFERENCE, child.table(), key.name(), attacker.role());
        Map<String, @Nullable String> own = pointing(myParent);
        Map<String, @Nullable String> foreign = pointing(theirParent);
        if (own.equals(foreign)) {
            return verdicts.untried(
                    "the two tenants' rows have the same key", "State keys under 'behaviour: {sampleRows: …}'.");
        }
        Answer control = inserted(own);
        Answer attack = inserted(foreign);
        if (control.refusedBy(Refusal.Cause.PRIVILEGE) && attack.refusedBy(Refusal.Cause.PRIVILEGE)) {
            control = updated(own);
            attack = updated(foreign);
        }
        if (control.refusedBy(Refusal.Cause.OTHER) && attack.refusedBy(Refusal.Cause.OTHER)) {
            Pair quiet = quiet(own, foreign);
            control = quiet.control();
            attack = quiet.attack();
        }
        return judged(verdicts, control, attack);
    }

    private record Pair(Answer control, Answer attack) {}

    /** What a trigger refuses alike is tried without it. */
    private Pair quiet(Map<String, @Nullable String> own, Map<String, @Nullable String> foreign) throws SQLException {
        return attacker.undone(() -> {
            attacker.quiet(child.table());
            return new Pair(inserted(own), inserted(foreign));
        });
    }

    private Attempt judged(Verdicts verdicts, Answer control, Answer attack) {
        String own = "a row that points to an own one is taken";
        Refusal refusal = attack.refusal();
        if (refusal == null) {
            return attack.count() > 0
                    ? verdicts.reached(
                            "a row of one tenant points to another tenant's row",
                            control.touched() ? own : "",
                            "Make the tenant column a part of the foreign key, and of the key that it refers to.")
                    : verdicts.untried("the row was swallowed", "Look for a rule or a trigger that drops rows.");
        } else if (refusal.is(Refusal.Cause.PRIVILEGE)) {
            return control.refusedBy(Refusal.Cause.PRIVILEGE)
                    ? verdicts.noAccess("putting in and changing rows is " + refusal.words())
                    : verdicts.untried("it is " + refusal.words(), "Grant the role what it needs.");
        }
        boolean byThisKey = refusal.is(Refusal.Cause.CONSTRAINT) && key.name().equals(refusal.constraint());
        if (!control.touched() && !byThisKey) {
            return verdicts.untried(
                    "a row that points to an own one is " + control.words() + " as well; with another tenant's it is "
                            + refusal.words(),
                    "State under 'behaviour: {sampleRows: …}' a row that the table takes.");
        } else if (refusal.state().equals("23505")) {
            return verdicts.untried(
                    "the row is refused as a duplicate before the foreign key is looked at: " + refusal.words(),
                    "State values under 'behaviour: {sampleRows: …}' that are not alike.");
        }
        return verdicts.denied(
                "it is " + refusal.words(),
                control.touched() ? own : "a row that points to an own one is " + control.words());
    }

    /** The own row, pointing to a parent; its own tenant it keeps. */
    private Map<String, @Nullable String> pointing(Placed parent) throws SQLException {
        List<String> kept = kept();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        Table table = world.table(child.table());
        List<String> allowed = attacker.columns(child.table(), "INSERT");
        for (Column column : table.columns()) {
            boolean generated = column.generated() != Column.Generated.NONE;
            if (!generated && (allowed.isEmpty() || allowed.contains(column.name()))) {
                values.put(column.name(), mine.values().get(column.name()));
            }
        }
        World.pairs(key).forEach((near, far) -> {
            if (!kept.contains(near)) {
                values.put(near, parent.values().get(far));
            }
        });
        return values;
    }

    /** The columns that say whose the row is. */
    private List<String> kept() {
        if (child.via() != null) {
            return world.key(child.table(), child.via()).columns();
        }
        Map.Entry<String, TenantColumn> leading = child.ties().entrySet().iterator().next();
        return List.of(leading.getKey());
    }

    private Answer inserted(Map<String, @Nullable String> values) throws SQLException {
        return attacker.undone(() -> {
            attacker.clear(child.table(), mine.here());
            boolean itself = child.table().equals(Objects.requireNonNull(key.foreignKey()).table());
            if (theirs != null && !itself) {
                attacker.clear(child.table(), theirs.here());
            }
            return attacker.run(Rows.insert(world.table(child.table()), values));
        });
    }

    /** Who may not put rows in may still change where they point. */
    private Answer updated(Map<String, @Nullable String> values) throws SQLException {
        List<String> kept = kept();
        String set = key.columns().stream()
                .filter(name -> !kept.contains(name))
                .map(name -> Identifiers.quote(name) + " = " + World.literal(values.get(name)))
                .collect(Collectors.joining(", "));
        return attacker.undone(() ->
                attacker.run("update " + child.table().sql() + " set " + set + " where " + mine.here()));
    }
}
