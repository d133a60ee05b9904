package org.pgassay.check.immutability;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacks.Deed;

/** Which vectors are tried for what a spec forbids. */
final class Implied {

    private static final Set<Deed> ROWS = Set.of(Deed.UPDATE, Deed.DELETE, Deed.TRUNCATE);

    private static final Map<AttackVector, Set<Deed>> BY = by();

    private Implied() {}

    private static Map<AttackVector, Set<Deed>> by() {
        Map<AttackVector, Set<Deed>> by = new EnumMap<>(AttackVector.class);
        for (AttackVector vector : AttackVector.values()) {
            by.put(vector, deeds(vector));
        }
        return by;
    }

    private static Set<Deed> deeds(AttackVector vector) {
        return switch (vector) {
            case INSERT, VIEW, FUNCTION, PARTITION, DISABLE_TRIGGER, REPLICA_ROLE, SET_ROLE, RETENTION, COPY -> ROWS;
            case UPDATE, UPSERT -> Set.of(Deed.UPDATE);
            case DELETE -> Set.of(Deed.DELETE);
            case PARENT_ACTION, MERGE -> Set.of(Deed.UPDATE, Deed.DELETE);
            case DETACH -> Set.of(Deed.DELETE, Deed.TRUNCATE);
            case TRUNCATE, TRUNCATE_CASCADE -> Set.of(Deed.TRUNCATE);
            case DDL -> Set.of(Deed.DDL);
            case CHAIN -> Set.of();
        };
    }

    /** The vectors of a ledger, in the order in which a report shows them. */
    static List<AttackVector> vectors(Set<Deed> forbidden, boolean chain) {
        return BY.keySet().stream()
                .filter(vector -> vector == AttackVector.CHAIN
                        ? chain
                        : BY.getOrDefault(vector, Set.of()).stream().anyMatch(forbidden::contains))
                .toList();
    }
}
