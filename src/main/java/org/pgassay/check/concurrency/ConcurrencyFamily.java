package org.pgassay.check.concurrency;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Experiments with several connections at once. */
public final class ConcurrencyFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of();
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return List.of();
    }

    @Override
    public List<Check> checks(Spec spec) {
        return List.of();
    }
}
