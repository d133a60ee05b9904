package org.pgassay.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.access.AccessFamily;
import org.pgassay.check.behaviour.BehaviourFamily;
import org.pgassay.check.claim.ClaimFamily;
import org.pgassay.check.concurrency.ConcurrencyFamily;
import org.pgassay.check.contract.ContractFamily;
import org.pgassay.check.feature.FeatureFamily;
import org.pgassay.check.immutability.ImmutabilityFamily;
import org.pgassay.check.language.LanguageFamily;
import org.pgassay.check.lock.LockFamily;
import org.pgassay.check.migration.MigrationFamily;
import org.pgassay.check.object.ObjectsFamily;
import org.pgassay.check.parity.ParityFamily;
import org.pgassay.check.part.PartFamily;
import org.pgassay.check.partition.PartitionFamily;
import org.pgassay.check.plan.PlanFamily;
import org.pgassay.check.revision.RevisionFamily;
import org.pgassay.check.rule.RuleFamily;
import org.pgassay.check.seed.SeedFamily;
import org.pgassay.check.security.SecurityFamily;
import org.pgassay.check.server.ServerFamily;
import org.pgassay.check.stage.StageFamily;
import org.pgassay.check.structure.StructureFamily;
import org.pgassay.check.tenancy.TenancyFamily;
import org.pgassay.check.waiver.WaiverFamily;
import org.pgassay.spec.Section;
import org.pgassay.spec.SpecReader;

/** The explicit list of all families of checks. */
public final class Families {

    private static final List<Family> BEARING = List.of(
            new LanguageFamily(),
            new ServerFamily(),
            new MigrationFamily(),
            new RevisionFamily(),
            new StageFamily(),
            new ContractFamily(),
            new LockFamily(),
            new StructureFamily(),
            new PartFamily(),
            new PartitionFamily(),
            new ObjectsFamily(),
            new AccessFamily(),
            new RuleFamily(),
            new BehaviourFamily(),
            new ImmutabilityFamily(),
            new TenancyFamily(),
            new PlanFamily(),
            new ConcurrencyFamily(),
            new ParityFamily(),
            new SeedFamily(),
            new SecurityFamily(),
            new FeatureFamily());

    private static final List<Family> WAIVABLE =
            Stream.concat(BEARING.stream(), Stream.of(new ClaimFamily(BEARING))).toList();

    private static final List<Family> ALL = Stream.concat(WAIVABLE.stream(), Stream.of(new WaiverFamily(WAIVABLE)))
            .toList();

    private Families() {}

    /** All families, in the order that their checks run in. */
    public static List<Family> all() {
        return ALL;
    }

    /** A reader of specs in the families' language, which reports all that is wrong with a spec at once. */
    public static SpecReader reader() {
        return new SpecReader(
                sections(),
                spec -> ALL.stream()
                        .flatMap(family -> family.problems(spec).stream())
                        .toList());
    }

    /** The parts of the spec language that the families own. */
    public static List<Section> sections() {
        return ALL.stream().map(Family::section).flatMap(Optional::stream).toList();
    }

    /** All kinds of check. */
    public static List<CheckKind> kinds() {
        return ALL.stream().flatMap(family -> family.kinds().stream()).toList();
    }
}
