package org.pgassay.check.parity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.parity.ParitySection.Extra;
import org.pgassay.check.parity.ParitySection.IgnoreSpec;
import org.pgassay.check.parity.ParitySection.ParitySpec;
import org.pgassay.diff.Exemption;
import org.pgassay.diff.Percent;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** How much of another schema the migrated one has alike. */
public final class ParityFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/parity/schema.json";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ParitySection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(ParityTotal.ID, ParityTotal.class),
                new CheckKind(ParityKind.ID, ParityKind.class),
                new CheckKind(ParityException.ID, ParityException.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        @Nullable ParitySpec parity = spec.section(ParitySection.class).parity();
        if (parity == null) {
            return problems;
        }
        SourceText minimum = parity.minimum();
        if (minimum != null) {
            share(minimum, problems);
        }
        parity.kinds().values().forEach(share -> share(share, problems));
        Set<String> seen = new HashSet<>();
        for (IgnoreSpec ignore : parity.ignore()) {
            if (!seen.add(ignore.object().text())) {
                problems.add(new Problem(
                        ignore.location(), "'" + ignore.object().text() + "' is ignored twice; keep one of them"));
            }
        }
        return problems;
    }

    private static void share(SourceText text, List<Problem> problems) {
        if (Percent.parse(text.text()).isEmpty()) {
            problems.add(
                    new Problem(text.location(), "'" + text.text() + "' is no share of 100 %; write it like 99.7%"));
        }
    }

    private static ObjectKind kind(String word) {
        return Arrays.stream(ObjectKind.values())
                .filter(each -> each.plural().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema lets '" + word + "' pass, which is no kind"));
    }

    @Override
    public List<Check> checks(Spec spec) {
        @Nullable ParitySpec parity = spec.section(ParitySection.class).parity();
        if (parity == null) {
            return List.of();
        }
        List<Exemption> exemptions = parity.ignore().stream()
                .map(each -> new Exemption(each.object().text(), each.reason()))
                .toList();
        Demand demand = new Demand(
                parity.with().text(),
                parity.extra() == Extra.ALLOWED,
                exemptions,
                spec.schemas().get(0));
        List<Check> checks = new ArrayList<>();
        checks.add(new ParityTotal(demand, share(parity.minimum()), parity.location()));
        parity.kinds()
                .forEach((word, share) ->
                        checks.add(new ParityKind(demand, kind(word), share(share), share.location())));
        for (int i = 0; i < exemptions.size(); i++) {
            checks.add(new ParityException(
                    demand, exemptions.get(i), parity.ignore().get(i).location()));
        }
        return checks;
    }

    private static BigDecimal share(@Nullable SourceText text) {
        return text == null ? WHOLE : Percent.parse(text.text()).orElse(WHOLE);
    }
}
