package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacks;
import org.pgassay.check.UntriedException;
import org.pgassay.probe.Bench;

/** Attacks tables, each on a copy of the migrated database, once. */
public final class Siege implements Attacks {

    private final Bench bench;
    private final Map<Ledger, Matrix> matrices = new HashMap<>();

    /** Attacks with what that bench has. */
    public Siege(Bench bench) {
        this.bench = bench;
    }

    @Override
    public List<Attempt> on(Ledger ledger, AttackVector vector) {
        Matrix matrix = matrices.get(ledger);
        if (matrix == null) {
            matrix = held(ledger);
            matrices.put(ledger, matrix);
        }
        return matrix.attempts(vector);
    }

    private Matrix held(Ledger ledger) {
        long start = System.nanoTime();
        try (Ground ground = Ground.of(bench, ledger)) {
            return new Campaign(ground).run();
        } catch (UntriedException e) {
            return new Matrix(Map.of(), Map.of(), e);
        } catch (SQLException e) {
            return new Matrix(
                    Map.of(),
                    Map.of(),
                    new IllegalStateException("the database broke off during the attacks: " + e.getMessage(), e));
        } finally {
            bench.measured("immutability", System.nanoTime() - start);
        }
    }

    /** What came of all vectors. */
    record Matrix(
            Map<AttackVector, List<Attempt>> attempts,
            Map<AttackVector, UntriedException> untried,
            @Nullable RuntimeException whole) {

        List<Attempt> attempts(AttackVector vector) {
            RuntimeException reason = whole == null ? untried.get(vector) : whole;
            if (reason != null) {
                throw reason;
            }
            return attempts.getOrDefault(vector, List.of());
        }
    }

    /** The attacks on one table. */
    private static final class Campaign {

        private final Ground ground;
        private final Map<AttackVector, List<Attempt>> attempts = new EnumMap<>(AttackVector.class);
        private final Map<AttackVector, UntriedException> untried = new EnumMap<>(AttackVector.class);

        Campaign(Ground ground) {
            this.ground = ground;
        }

        Matrix run() throws SQLException {
            String verify = ground.ledger().verify();
            if (verify != null) {
                try {
                    attempts.put(AttackVector.CHAIN, new ChainTrial(ground, verify).attempts());
                } catch (UntriedException e) {
                    untried.put(AttackVector.CHAIN, e);
                }
            }
            List<Ancestors.Way> ancestors = Ancestors.of(ground, ground.lower());
            ground.settle();
            Field field = Field.of(ground);
            if (field.staying().isEmpty()) {
                throw new UntriedException(
                        "no row could be made up that must stay", "Name values under 'behaviour: {sampleRows: …}'.");
            }
            for (Who who : ground.ledger().against()) {
                as(who, field, ancestors);
            }
            try (Assailant superuser = ground.assailant(Who.SUPERUSER)) {
                add(AttackVector.REPLICA_ROLE, new PowerVectors(field).replicaRole(superuser));
            }
            return new Matrix(attempts, untried, null);
        }

        private void as(Who who, Field field, List<Ancestors.Way> ancestors) throws SQLException {
            Assailant assailant;
            try {
                assailant = ground.assailant(who);
            } catch (UntriedException e) {
                for (AttackVector vector : AttackVector.values()) {
                    if (vector != AttackVector.CHAIN) {
                        add(
                                vector,
                                List.of(new Attempt(
                                        who,
                                        who.name().toLowerCase(Locale.ROOT),
                                        "anything",
                                        Outcome.UNTRIED,
                                        String.valueOf(e.getMessage()))));
                    }
                }
                return;
            }
            try (assailant) {
                for (AttackVector vector : AttackVector.values()) {
                    add(vector, attempts(vector, assailant, field, ancestors));
                }
            }
        }

        private void add(AttackVector vector, List<Attempt> more) {
            attempts.computeIfAbsent(vector, any -> new ArrayList<>()).addAll(more);
        }

        private List<Attempt> attempts(
                AttackVector vector, Assailant assailant, Field field, List<Ancestors.Way> ancestors)
                throws SQLException {
            RowVectors rows = new RowVectors(field);
            ReachVectors reach = new ReachVectors(field, ancestors);
            PowerVectors powers = new PowerVectors(field);
            return switch (vector) {
                case INSERT -> rows.insert(assailant, ground.spare());
                case UPDATE -> forbidden(Deed.UPDATE) ? rows.update(assailant) : List.of();
                case DELETE -> forbidden(Deed.DELETE) ? rows.delete(assailant) : List.of();
                case TRUNCATE -> forbidden(Deed.TRUNCATE) ? rows.truncate(assailant) : List.of();
                case TRUNCATE_CASCADE -> forbidden(Deed.TRUNCATE) ? reach.truncateCascade(assailant) : List.of();
                case PARENT_ACTION -> reach.parentAction(assailant);
                case UPSERT -> forbidden(Deed.UPDATE) ? rows.upsert(assailant) : List.of();
                case MERGE -> rows.merge(assailant);
                case COPY -> rows.copy(assailant);
                case VIEW -> reach.view(assailant);
                case FUNCTION -> new FunctionVector(field).attempts(assailant);
                case PARTITION -> reach.partition(assailant);
                case DETACH -> powers.detach(assailant);
                case DISABLE_TRIGGER -> powers.disableTrigger(assailant);
                case REPLICA_ROLE -> powers.replicaRole(assailant);
                case SET_ROLE -> powers.setRole(assailant);
                case RETENTION -> powers.retention(assailant);
                case DDL -> forbidden(Deed.DDL) ? powers.ddl(assailant) : List.of();
                case CHAIN -> List.of();
            };
        }

        private boolean forbidden(Deed deed) {
            return ground.ledger().forbids(deed);
        }
    }
}
