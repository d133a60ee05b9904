package org.pgassay.check.language;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Sees to it that no top-level key of a spec is passed over in silence. */
public final class LanguageFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(SectionUnread.ID, SectionUnread.class),
                new CheckKind(NothingSelected.ID, NothingSelected.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return List.of();
    }

    @Override
    public List<Check> checks(Spec spec) {
        return spec.unread().entrySet().stream()
                .<Check>map(entry -> new SectionUnread(entry.getKey(), entry.getValue()))
                .toList();
    }
}
