package org.pgassay.check.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;

/** Product features and the objects that each needs. */
public final class FeatureFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/feature/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(FeatureSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(new CheckKind(FeatureObjects.ID, FeatureObjects.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        spec.section(FeatureSection.class).features().forEach((name, feature) -> {
            if (feature.needs().isEmpty()) {
                problems.add(new Problem(
                        feature.location(),
                        "the feature " + name + " needs nothing, so it proves nothing; name its objects"));
            }
            Set<String> seen = new HashSet<>();
            feature.needs().forEach(need -> problem(need, seen).ifPresent(problems::add));
        });
        return problems;
    }

    private static Optional<Problem> problem(SourceText need, Set<String> seen) {
        if (!seen.add(need.text())) {
            return Optional.of(new Problem(need.location(), "'" + need.text() + "' is needed twice"));
        }
        return NeededObject.of(need.text())
                .unknownWord()
                .map(word -> new Problem(
                        need.location(),
                        "'" + word + "' is no kind of object"
                                + Suggestions.didYouMean(word, NeededObject.kindWords()) + "; known: "
                                + String.join(", ", NeededObject.kindWords())
                                + ". A name with a space in it is written in double quotes"));
    }

    @Override
    public List<Check> checks(Spec spec) {
        Names names = new Names(spec.schemas());
        return spec.section(FeatureSection.class).features().entrySet().stream()
                .<Check>map(entry -> new FeatureObjects(
                        names,
                        entry.getKey(),
                        entry.getValue().needs().stream()
                                .map(need -> NeededObject.of(need.text()))
                                .toList(),
                        entry.getValue().says(),
                        entry.getValue().location()))
                .toList();
    }
}
