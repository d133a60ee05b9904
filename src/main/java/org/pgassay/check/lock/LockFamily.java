package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.lock.LockSection.LocksSpec;
import org.pgassay.migration.log.History.Harm;
import org.pgassay.migration.log.LockMode;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What revisions may do to tables that were there before them. */
public final class LockFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/lock/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(LockSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(LockAtMost.ID, LockAtMost.class),
                new CheckKind(LockRewrite.ID, LockRewrite.class),
                new CheckKind(LockScan.ID, LockScan.class),
                new CheckKind(LockIndexBuild.ID, LockIndexBuild.class),
                new CheckKind(LockDrop.ID, LockDrop.class),
                new CheckKind(LockBlocked.ID, LockBlocked.class),
                new CheckKind(LockException.ID, LockException.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        LocksSpec locks = spec.section(LockSection.class).locks();
        if (locks == null) {
            return List.of();
        }
        if (spec.migrations().runner() == Spec.Migrations.Runner.NONE) {
            return List.of(new Problem(
                    locks.location(), "locks are measured while migrations run, and the spec names no migrations"));
        }
        boolean nothing = locks.forbid().isEmpty() && locks.maxMode() == null && locks.maxBlocked() == null;
        return nothing
                ? List.of(new Problem(locks.location(), "this forbids nothing; state forbid, maxMode or maxBlocked"))
                : List.of();
    }

    @Override
    public List<Check> checks(Spec spec) {
        LocksSpec locks = spec.section(LockSection.class).locks();
        return locks == null ? List.of() : checks(locks, budget(locks, spec));
    }

    private static Budget budget(LocksSpec locks, Spec spec) {
        Set<Harm> forbidden = EnumSet.noneOf(Harm.class);
        locks.forbid().forEach(word -> forbidden.add(harm(word)));
        SourceText mode = locks.maxMode();
        return new Budget(
                Identifiers.quote(spec.schemas().get(0)), forbidden, mode == null ? null : mode(mode), locks.except());
    }

    private static List<Check> checks(LocksSpec locks, Budget budget) {
        List<Check> checks = new ArrayList<>();
        SourceText mode = locks.maxMode();
        if (mode != null) {
            checks.add(new LockAtMost(budget, mode(mode), mode.location()));
        }
        for (SourceText word : locks.forbid()) {
            Location at = word.location();
            checks.add(
                    switch (harm(word)) {
                        case REWRITE -> new LockRewrite(budget, at);
                        case SCAN -> new LockScan(budget, at);
                        case INDEX_BUILD -> new LockIndexBuild(budget, at);
                        case DROP -> new LockDrop(budget, at);
                    });
        }
        SourceText blocked = locks.maxBlocked();
        if (blocked != null) {
            checks.add(new LockBlocked(budget, Bound.of(blocked.text()), blocked.location()));
        }
        locks.except()
                .forEach((key, reason) -> checks.add(
                        new LockException(
                        budget,
                        key,
                        reason.text(),
                        blocked == null ? null : Bound.of(blocked.text()),
                        reason.location())));
        return checks;
    }

    private static Harm harm(SourceText word) {
        return Harm.valueOf(word.text().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static LockMode mode(SourceText word) {
        return LockMode.of(word.text())
                .orElseThrow(() -> new IllegalStateException("the schema lets the lock " + word.text() + " pass"));
    }
}
