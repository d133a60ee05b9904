package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.spec.Spec;
import org.pgassay.verify.CheckFilter;
import org.pgassay.verify.Families;
import org.pgassay.verify.Report;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.Timings;
import org.pgassay.verify.Verifier;
import org.pgassay.verify.VerifyOptions;

/** Runs the example of every kind of check: the good SQL passes, the bad SQL gives the findings that it announces. */
class ExamplesTest {

    /** Goldens are those of one version: others print some expressions otherwise. */
    private static final int MAJOR = 18;

    /** Kinds that no database can pass, and so have no good case. */
    private static final Map<String, String> NEVER_PASSES = Map.of(
            "spec/section", "it stands for what this version cannot check: UNVERIFIED whatever the database holds",
            "spec/selection", "it is only there if no other check was selected: VACUOUS whatever the database holds");

    /** Cases that need a spec of their own, because no SQL can make the difference. */
    private static final Map<String, String> OWN_SPEC = Map.of(
            "waiver/in-force bad.sql", "what differs is the date, and no migration changes it",
            "server/version bad.sql", "what differs is the server, and no migration changes its version",
            "plan/locks bad.sql", "what differs is the query, and no migration changes it",
            "server/extension bad-missing.sql", "what is missing is missing from the server's installation");

    /** What the command line's --only is, for the kind that is about it. */
    private static final Map<String, List<String>> ONLY = Map.of("spec/selection", List.of("exclusion/*"));

    @SuppressWarnings("NullAway.Init")
    private static ServerPool servers;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    /** What a case came to, and the checks that it was expanded to. */
    private record Outcome(List<Check> checks, Report report) {

        List<Finding> findings() {
            return report.results().stream().map(Report.Result::finding).toList();
        }

        List<Finding> faults() {
            return findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASSED)
                    .toList();
        }

        List<Finding> of(String kind) {
            return findings().stream()
                    .filter(finding -> finding.check().equals(kind))
                    .toList();
        }
    }

    @BeforeAll
    static void open() {
        servers = new ServerPool();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @TestFactory
    List<DynamicNode> examples() {
        return Example.kinds().stream()
                .<DynamicNode>map(kind -> dynamicContainer(
                        kind, Example.of(kind).stream().map(ExamplesTest::test).toList()))
                .toList();
    }

    @Test
    void everyKindHasACaseThatPassesAndOneThatDoesNot() {
        for (CheckKind kind : Families.kinds()) {
            List<Example> cases = Example.of(kind.id());

            assertThat(cases.stream().filter(Example::good).count())
                    .as(kind.id() + " has a good case, unless there is a reason: " + NEVER_PASSES.get(kind.id()))
                    .isEqualTo(NEVER_PASSES.containsKey(kind.id()) ? 0 : 1);
            assertThat(cases).as(kind.id()).anyMatch(example -> example.name().equals("bad"));
        }
    }

    @Test
    void onlyStatedCasesHaveASpecOfTheirOwn() {
        Set<String> own = Example.kinds().stream()
                .flatMap(kind -> Example.of(kind).stream())
                .filter(Example::ownSpec)
                .map(Example::toString)
                .collect(Collectors.toSet());

        assertThat(own).isEqualTo(OWN_SPEC.keySet());
    }

    private static DynamicNode test(Example example) {
        return dynamicTest(example.toString(), example.migrations().toUri(), () -> run(example));
    }

    private static void run(Example example) throws IOException {
        Path at = folder.resolve(example.kind()).resolve(example.name());
        Outcome outcome = outcome(example, at);

        everyFindingNamesTheKindOfItsCheck(outcome);
        if (example.good()) {
            good(example, outcome);
        } else {
            bad(example, outcome, at);
        }
    }

    private static Outcome outcome(Example example, Path at) throws IOException {
        Spec spec = Families.reader().read(example.layOut(at));
        List<Check> stated = Families.all().stream()
                .flatMap(family -> family.checks(spec).stream())
                .filter(check -> !check.onRequest())
                .toList();
        // Where nobody asks for it, this kind is UNVERIFIED at best.
        boolean measure = example.kind().equals("plan/measured");
        Predicate<Check> only = CheckFilter.of(ONLY.getOrDefault(example.kind(), List.of()));
        VerifyOptions options = new VerifyOptions(
                        Optional.empty(), Optional.of(MAJOR), false, false, only, VerifyOptions.Shard.WHOLE, 1)
                .at(Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC));
        Report report = new Verifier(servers, measure ? options.measuring(20_000) : options, words -> {}).verify(spec, new Timings());
        return new Outcome(stated.stream().filter(only).toList(), report);
    }

    private static void everyFindingNamesTheKindOfItsCheck(Outcome outcome) {
        Map<String, Class<?>> types =
                Families.kinds().stream().collect(Collectors.toMap(CheckKind::id, CheckKind::type));
        assertThat(outcome.checks())
                .allSatisfy(check -> assertThat(types.get(check.id()))
                        .as("the class that is listed for " + check.id())
                        .isEqualTo(check.getClass()));
        Set<String> stated = outcome.checks().stream().map(Check::id).collect(Collectors.toSet());
        if (!stated.isEmpty()) {
            assertThat(outcome.findings().stream().map(Finding::check).collect(Collectors.toSet()))
                    .isEqualTo(stated);
        }
    }

    private static void good(Example example, Outcome outcome) {
        assertThat(outcome.faults())
                .as("what does not hold and is not waived")
                .allMatch(finding ->
                        finding.verdict() == Verdict.WAIVED && example.kind().startsWith("waiver/"));
        assertThat(outcome.report().verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(outcome.of(example.kind()))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.examined()).isPositive());
    }

    private static void bad(Example example, Outcome outcome, Path at) throws IOException {
        List<String> found = outcome.faults().stream()
                .map(finding -> finding.verdict() + " " + finding.check() + " " + finding.subject())
                .toList();
        assertThat(found).as("the findings of " + example).containsExactlyInAnyOrderElementsOf(example.announced());
        assertThat(outcome.of(example.kind()))
                .as("findings of the kind that the example is about")
                .anyMatch(finding -> finding.verdict() != Verdict.PASSED);
        // The folder is another one in every run.
        String page = Golden.page(example, outcome.faults()).replace(at + "/", "");
        Golden.check(example.expected(), page);
    }
}
