package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.verify.KontaliGuards.Guard;

/**
 * Whatever single guard is taken from the migration, experiments find the hole, and name the table. Nothing else in the
 * spec could: of its sections only those are left that say what is tried.
 */
class KontaliGuardsTest {

    private static final Set<String> SURROUNDINGS =
            Set.of("spec", "title", "postgres", "schemas", "migrations", "roles");

    private static final String AGAINST = "against: [application, owner]";

    /** The section of the tenants says how the application names one: without that there are no rows. */
    private static final Experiments ISOLATION = new Experiments(Set.of("tenancy"), "[application, owner]");

    private static final Experiments LEDGERS =
            new Experiments(Set.of("tenancy", "immutability"), "[application, owner]");

    private static final Experiments LEDGERS_FROM_APPLICATION =
            new Experiments(Set.of("tenancy", "immutability"), "[application]");

    /** The sections of the spec that are left, and against whom ledgers are defended. */
    private record Experiments(Set<String> sections, String against) {}

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyGuardIsFound() {
        KontaliGuards guards = guards();

        assertThat(guards.triggers()).hasSize(7);
        assertThat(guards.always()).hasSize(7);
        assertThat(guards.enabled()).hasSize(16);
        assertThat(guards.forced()).hasSize(16);
        assertThat(guards.policies()).hasSize(16);
        assertThat(guards.using()).hasSize(16);
        assertThat(guards.checks()).hasSize(16);
        assertThat(guards.privileges()).hasSize(17);
        assertThat(guards.owners()).hasSize(9);
        assertThat(betweenTenants())
                .extracting(Guard::without)
                .doesNotHaveDuplicates()
                .doesNotContain(guards.migration());
        assertThat(guards.withoutTriggers().triggers()).isEmpty();
    }

    @Test
    void allGuardsTogetherHold() {
        Report report = verify(guards().migration(), LEDGERS);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
    }

    @Test
    void aSampleOfGuardsBetweenTenantsIsMissed() {
        List<Guard> guards = betweenTenants();

        assertThat(unnoticed(
                        IntStream.range(0, guards.size())
                                .filter(at -> at % 17 == 0)
                                .mapToObj(guards::get),
                        ISOLATION))
                .isEmpty();
    }

    @Test
    @Tag("long")
    void eachGuardBetweenTenantsIsMissed() {
        assertThat(unnoticed(betweenTenants().stream(), ISOLATION)).isEmpty();
    }

    @Test
    @Tag("long")
    void eachTriggerIsMissed() {
        KontaliGuards guards = guards();

        // TRUNCATE of the entries alone is refused for their lines, and with CASCADE by the lines' own trigger.
        Stream<Guard> alone =
                guards.triggers().stream().filter(guard -> !guard.name().equals("trigger general_ledger_no_truncate"));
        assertThat(unnoticed(alone, LEDGERS)).isEmpty();
    }

    /** What only a superuser could use, or what another guard stands behind, no attempt gets through: the catalog tells. */
    @Test
    @Tag("long")
    void eachTriggerThatItAlwaysFiresAndEachPrivilegeIsMissedInTheCatalog() throws IOException {
        KontaliGuards guards = guards();
        String spec = Files.readString(KontaliTest.SPEC);
        VerifyOptions every = VerifyOptions.defaults();
        VerifyOptions catalog = new VerifyOptions(
                every.database(),
                every.postgres(),
                every.allowWrites(),
                every.migrate(),
                check -> check.id().matches("(trigger|grant)/.*|rule/triggers-always"),
                every.shard(),
                every.seed());
        List<String> unnoticed = Stream.of(guards.triggers(), guards.always(), guards.privileges())
                .flatMap(List::stream)
                .flatMap(guard -> unnoticed(guard, trial(guard.without()).verify(spec, catalog)))
                .toList();

        assertThat(unnoticed).isEmpty();
    }

    /** Behind the triggers stand the privileges: what triggers refuse to everybody, they refuse to the application. */
    @Test
    void thePrivilegesAloneHoldAgainstTheApplication() {
        Report report = verify(guards().withoutTriggers().migration(), LEDGERS_FROM_APPLICATION);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
    }

    @Test
    void eachPrivilegeOnALedgerIsMissedWhenItIsWiderAndNoTriggerIsThere() {
        Stream<Guard> privileges = guards().withoutTriggers().privileges().stream()
                .filter(guard -> KontaliGuards.LEDGERS.contains(guard.table()));

        assertThat(unnoticed(privileges, LEDGERS_FROM_APPLICATION)).isEmpty();
    }

    private static List<Guard> betweenTenants() {
        KontaliGuards guards = guards();
        return Stream.of(
                        guards.enabled(),
                        guards.forced(),
                        guards.policies(),
                        guards.using(),
                        guards.checks(),
                        guards.owners())
                .flatMap(List::stream)
                .toList();
    }

    private static KontaliGuards guards() {
        try {
            return new KontaliGuards(
                    Files.readString(KontaliTest.SPEC.resolveSibling("migrations/001_initial_schema.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> unnoticed(Stream<Guard> guards, Experiments experiments) {
        return guards.flatMap(guard -> unnoticed(guard, verify(guard.without(), experiments)))
                .toList();
    }

    private static Stream<String> unnoticed(Guard guard, Report report) {
        boolean rejected = report.verdict() == Report.Overall.REJECTED;
        boolean named = report.failures().stream()
                .map(Report.Result::finding)
                .anyMatch(finding -> names(finding.subject(), guard.table()));
        return rejected && named
                ? Stream.empty()
                : Stream.of(guard + " -> " + report.verdict() + " " + Trial.failures(report));
    }

    private Trial trial(String migration) {
        try {
            return new Trial(Files.createTempDirectory(folder, "guards"))
                    .migration("001_initial_schema.sql", migration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Report verify(String migration, Experiments experiments) {
        try {
            return new Trial(Files.createTempDirectory(folder, "guards"))
                    .migration("001_initial_schema.sql", migration)
                    .verify(spec(experiments.sections()).replace(AGAINST, "against: " + experiments.against()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spec of the schema, and of its sections only some. */
    private static String spec(Set<String> sections) throws IOException {
        return Stream.of(Files.readString(KontaliTest.SPEC).split("(?m)^(?=\\w+:)"))
                .filter(section -> {
                    String name = section.substring(0, Math.max(0, section.indexOf(':')));
                    return SURROUNDINGS.contains(name) || sections.contains(name);
                })
                .collect(Collectors.joining());
    }

    private static boolean names(String subject, String table) {
        return List.of(subject.split("[^a-z_]+")).contains(table);
    }
}
