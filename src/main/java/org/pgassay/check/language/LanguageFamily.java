package org.pgassay.check.language;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** What is true of any run, whatever the spec states; its check is made where the others are selected. */
public final class LanguageFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(new CheckKind(NothingSelected.ID, NothingSelected.class));
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
