package org.pgassay.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.pgassay.check.Finding;
import org.pgassay.report.ReportFormat;
import org.pgassay.report.ReportWriter;
import org.pgassay.spec.Location;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Families;
import org.pgassay.verify.Progress;
import org.pgassay.verify.Report;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.SpecFiles;
import org.pgassay.verify.Timings;
import org.pgassay.verify.Verifier;
import org.pgassay.verify.VerifyOptions;

/**
 * Specs as JUnit tests, for a test class of one's own:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> specs() {
 *     return SchemaSpecs.in("schema-specs");
 * }
 * }</pre>
 *
 * <p>Each spec is a container; each of its results is a test named after spec, check and subject; and one last test holds
 * the spec as a whole to VERIFIED, so that what could not be tried fails the build too. Reports are written to
 * {@code reports/}.
 */
public final class SchemaSpecs {

    private static final Path REPORTS = Path.of("reports");

    private SchemaSpecs() {}

    /**
     * The specs in a folder and below it, verified on embedded servers, or on containers where they name an image.
     *
     * @param folder relative to the working directory
     * @throws UncheckedIOException if the folder cannot be read or the reports cannot be written
     */
    public static Stream<DynamicNode> in(String folder) {
        return in(folder, VerifyOptions.defaults());
    }

    /**
     * The specs in a folder and below it.
     *
     * @param folder relative to the working directory
     * @param options how to verify them
     * @throws UncheckedIOException if the folder cannot be read or the reports cannot be written
     */
    public static Stream<DynamicNode> in(String folder, VerifyOptions options) {
        try (ServerPool servers = new ServerPool()) {
            SpecFiles.Found found = SpecFiles.in(Path.of(folder));
            List<DynamicNode> nodes = new ArrayList<>();
            found.problems()
                    .forEach(problem -> nodes.add(
                            DynamicTest.dynamicTest(problem.location().file(), uri(problem.location()), () -> {
                                throw new AssertionFailedError(problem.toString());
                            })));
            for (Path file : found.specs()) {
                nodes.add(container(file, servers, options));
            }
            return nodes.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the specs in " + folder + " cannot be verified", e);
        }
    }

    // Whatever goes wrong with one spec is a failed test of that spec, and the others still run.
    @SuppressWarnings("CatchingUnchecked")
    private static DynamicNode container(Path file, ServerPool servers, VerifyOptions options) {
        try {
            Timings timings = new Timings();
            Spec spec = timings.time("spec", () -> Families.reader().read(file));
            Report report = new Verifier(servers, options, Progress.silent()).verify(spec, timings);
            ReportWriter writer = new ReportWriter(REPORTS, EnumSet.allOf(ReportFormat.class));
            writer.clear(spec.id());
            writer.write(report, timings);
            Stream<DynamicNode> results =
                    report.results().stream().map(result -> test(report.spec(), result.finding()));
            return DynamicContainer.dynamicContainer(
                    report.spec(), file.toUri(), Stream.concat(results, Stream.of(whole(report, spec.location()))));
        } catch (Exception e) {
            return DynamicTest.dynamicTest(file.toString(), file.toUri(), () -> {
                throw new AssertionFailedError(e.getMessage(), e);
            });
        }
    }

    private static DynamicTest test(String spec, Finding finding) {
        String name = spec + " · " + finding.check() + " · " + finding.subject();
        return DynamicTest.dynamicTest(name, uri(finding.location()), () -> {
            switch (finding.verdict()) {
                case PASSED, WAIVED -> {
                    // Nothing to say.
                }
                case UNVERIFIED -> throw new TestAbortedException(message(finding));
                case FAILED, VACUOUS, ERRORED ->
                    throw new AssertionFailedError(message(finding), finding.expected(), finding.observed());
            }
        });
    }

    private static DynamicTest whole(Report report, Location location) {
        return DynamicTest.dynamicTest(report.spec() + " · verdict", uri(location), () -> {
            if (report.verdict() != Report.Overall.VERIFIED) {
                String problem = report.problem();
                throw new AssertionFailedError(
                        report.spec() + " is " + report.verdict() + (problem == null ? "" : ": " + problem),
                        Report.Overall.VERIFIED,
                        report.verdict());
            }
        });
    }

    private static String message(Finding finding) {
        return finding.verdict() + ": " + finding.message()
                + (finding.help() == null ? "" : " " + finding.help())
                + " (" + finding.location() + ")";
    }

    private static URI uri(Location location) {
        return URI.create(
                Path.of(location.file()).toUri() + "?line=" + location.line() + "&column=" + location.column());
    }
}
