package org.pgassay.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Spec;

/** Verifies specs that a test writes, on servers that all tests of the JVM share. */
public final class Trial {

    private static final ServerPool SERVERS = new ServerPool();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVERS::close));
    }

    private final Path folder;

    Trial(Path folder) {
        this.folder = folder;
    }

    /** The servers, which close with the JVM. */
    public static ServerPool servers() {
        return SERVERS;
    }

    /** Adds a migration. */
    Trial migration(String name, String sql) {
        write("migrations/" + name, sql);
        return this;
    }

    /** Writes a file beside the spec. */
    Trial write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies all files of a folder beside the spec. */
    Trial copy(Path from) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(from.relativize(file).toString(), Files.readString(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Verifies a spec, whose head is added if it has none. */
    Report verify(String yaml) {
        return verify(yaml, VerifyOptions.defaults());
    }

    Report verify(String yaml, VerifyOptions options) {
        String head = "spec: trial\nmigrations: {runner: sql, path: migrations}\n";
        write("spec.yaml", yaml.lines().anyMatch(line -> line.matches("\\s*\"?spec\"?\\s*:.*")) ? yaml : head + yaml);
        return verify(folder.resolve("spec.yaml"), options);
    }

    static Report verify(Path file, VerifyOptions options) {
        Timings timings = new Timings();
        Spec spec = timings.time("spec", () -> Families.reader().read(file));
        return new Verifier(SERVERS, options, Progress.silent()).verify(spec, timings);
    }

    /** What does not hold, each as {@code VERDICT check subject}. */
    static List<String> failures(Report report) {
        return report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.verdict() != Verdict.PASSED)
                .map(finding -> finding.verdict() + " " + finding.check() + " " + finding.subject())
                .toList();
    }

    static Finding finding(Report report, String check, String subject) {
        return report.results().stream()
                .map(Report.Result::finding)
                .filter(each -> each.check().equals(check) && each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + check + " " + subject + " in " + report.results()));
    }
}
