package org.pgassay.check.immutability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Ledger;
import org.pgassay.check.Attacks.Retention;
import org.pgassay.check.Attacks.Who;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.immutability.ImmutabilitySection.Chain;
import org.pgassay.check.immutability.ImmutabilitySection.Changes;
import org.pgassay.check.immutability.ImmutabilitySection.Deletions;
import org.pgassay.check.immutability.ImmutabilitySection.LedgerSpec;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Tables whose rows must not change, and what is tried to change them. */
public final class ImmutabilityFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/immutability/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ImmutabilitySection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return Arrays.stream(AttackVector.values())
                .map(vector -> new CheckKind(VectorRepelled.id(vector), VectorRepelled.class))
                .toList();
    }

    @Override
    public List<Problem> problems(Spec spec) {
        Names names = new Names(spec.schemas());
        List<Problem> problems = new ArrayList<>();
        ledgers(spec).forEach((name, ledger) -> {
            String fault = names.fault(name);
            if (!fault.isEmpty()) {
                problems.add(new Problem(ledger.location(), fault));
            }
            if (deeds(ledger).isEmpty() && ledger.chain() == null) {
                problems.add(new Problem(
                        ledger.location(),
                        "nothing is forbidden on " + name + "; add 'forbid', or take the table out"));
            }
            if (ledger.against().contains(Who.APPLICATION) && spec.roles().application() == null) {
                problems.add(new Problem(
                        ledger.location(),
                        "'against' names the application, and the spec does not say as which role that works; name it"
                                + " under 'roles: {application: …}'"));
            }
        });
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        Names names = new Names(spec.schemas());
        return ledgers(spec).entrySet().stream()
                .flatMap(entry -> checks(entry.getKey(), entry.getValue(), spec, names))
                .toList();
    }

    private static Map<String, LedgerSpec> ledgers(Spec spec) {
        return spec.section(ImmutabilitySection.class).immutability();
    }

    private static Stream<Check> checks(String name, LedgerSpec stated, Spec spec, Names names) {
        Ledger ledger = ledger(name, stated, spec, names);
        return Implied.vectors(ledger.forbidden(), ledger.verify() != null).stream()
                .map(vector -> new VectorRepelled(ledger, vector, names, stated.location()));
    }

    private static Ledger ledger(String name, LedgerSpec stated, Spec spec, Names names) {
        Changes update = stated.update();
        Deletions delete = stated.delete();
        Chain chain = stated.chain();
        return new Ledger(
                names.resolve(name),
                deeds(stated),
                against(stated, spec),
                update == null
                        ? List.of()
                        : update.only().stream().map(SourceText::text).toList(),
                delete == null
                        ? null
                        : new Retention(delete.after().text(), delete.by().text()),
                chain == null ? null : chain.verify().text());
    }

    /** That only some columns may change, or rows go only after a time, forbids the rest. */
    private static Set<Deed> deeds(LedgerSpec stated) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        deeds.addAll(stated.forbid());
        if (stated.update() != null) {
            deeds.add(Deed.UPDATE);
        }
        if (stated.delete() != null) {
            deeds.add(Deed.DELETE);
        }
        return deeds;
    }

    private static List<Who> against(LedgerSpec stated, Spec spec) {
        if (!stated.against().isEmpty()) {
            return stated.against().stream().distinct().toList();
        }
        @Nullable String application = spec.roles().application();
        return application == null ? List.of(Who.OWNER) : List.of(Who.APPLICATION, Who.OWNER);
    }
}
