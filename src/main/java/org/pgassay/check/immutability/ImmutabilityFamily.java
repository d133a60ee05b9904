package org.pgassay.check.immutability;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Tables whose rows must not change, and what is tried to change them. */
public final class ImmutabilityFamily implements Family {

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
