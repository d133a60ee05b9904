package org.pgassay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SpecException;
import org.pgassay.verify.Report;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What the command line shows: progress on the error stream, the summary on the output stream. */
final class Console {

    private static final int SHOWN = 25;
    private static final int REASONS = 10;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean quiet;

    Console(CommandLine line, boolean quiet) {
        this.out = line.getOut();
        this.err = line.getErr();
        this.ansi = line.getColorScheme().ansi();
        this.quiet = quiet;
    }

    void phase(String words) {
        if (!quiet) {
            err.println(style("faint", "· " + words));
            err.flush();
        }
    }

    void problems(Path file, SpecException e) {
        int count = e.problems().size();
        err.println(style("bold,red", file + ": " + count + (count == 1 ? " problem" : " problems")));
        err.println(e.getMessage());
        err.flush();
    }

    void unwritable(Path folder, IOException e) {
        err.println("pgassay: the report cannot be written to " + folder + ": " + FileProblem.of(e)
                + ". Name a folder that can be written to with --reports, or free some space there.");
        err.flush();
    }

    void summary(Report report, List<Path> files) {
        out.println();
        out.println(
                verdict(report.verdict()) + "  " + style("bold", plain(report.title())) + " (" + report.spec() + ")");
        String problem = report.problem();
        if (problem != null) {
            out.println("   " + plain(problem));
        }
        out.println("   " + counts(report.summary()));
        List<Report.Result> failures = report.failures();
        failures.stream().limit(SHOWN).forEach(this::failure);
        if (failures.size() > SHOWN) {
            out.println("   … and " + (failures.size() - SHOWN) + " more: see the report");
        }
        unverified(report);
        out.println();
        files.forEach(file -> out.println("   " + file));
        out.flush();
    }

    /** What init wrote, and what became of verifying it. */
    void initialised(Report report, List<Path> files) {
        files.forEach(file -> out.println("   " + file));
        if (report.verdict() == Report.Overall.VERIFIED) {
            int checks = report.summary().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            out.println(
                    verdict(report.verdict()) + "  the spec states the schema as it is: " + checks + " checks hold.");
            out.println("   Read it before you trust it: it says what the schema is, not what it should be.");
        } else {
            out.println("The spec does not hold as it was written; correct these sentences:");
            summary(report, List.of());
        }
        out.flush();
    }

    private void failure(Report.Result result) {
        Finding finding = result.finding();
        out.println();
        out.println("   " + style("red", finding.verdict() + " " + finding.check()) + "  "
                + style("bold", plain(finding.subject())));
        out.println("     " + plain(finding.message()));
        line("expected", finding.expected());
        line("observed", finding.observed());
        line("help", finding.help());
        out.println("     " + style("faint", "(" + finding.location() + ")"));
    }

    /** What could not be tried, by reason: one obstacle often stands in the way of many checks. */
    private void unverified(Report report) {
        if (report.problem() != null) {
            return;
        }
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.verdict() == Verdict.UNVERIFIED)
                .forEach(finding -> byReason.computeIfAbsent(finding.message(), reason -> new ArrayList<>())
                        .add(finding));
        byReason.entrySet().stream().limit(REASONS).forEach(entry -> {
            Finding first = entry.getValue().get(0);
            int others = entry.getValue().size() - 1;
            out.println();
            out.println("   " + style("yellow", "UNVERIFIED " + first.check()) + "  "
                    + style("bold", plain(first.subject()))
                    + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others")));
            out.println("     " + plain(entry.getKey()));
            line("help", first.help());
        });
        if (byReason.size() > REASONS) {
            out.println("   … and " + (byReason.size() - REASONS) + " more reasons: see the report");
        }
    }

    private void line(String word, @Nullable String text) {
        if (text != null) {
            out.println("     " + word + " ".repeat(9 - word.length()) + plain(text));
        }
    }

    private String verdict(Report.Overall verdict) {
        return switch (verdict) {
            case VERIFIED -> style("bold,green", "✔ VERIFIED");
            case REJECTED -> style("bold,red", "✘ REJECTED");
            case INCOMPLETE -> style("bold,yellow", "◌ INCOMPLETE");
            case ERRORED -> style("bold,red", "! ERRORED");
        };
    }

    private static String counts(Map<Verdict, Integer> summary) {
        StringBuilder text = new StringBuilder();
        summary.forEach((verdict, count) -> {
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(verdict.name().toLowerCase(Locale.ROOT));
            }
        });
        return text.isEmpty() ? "no checks" : text.toString();
    }

    /** Control characters of a name must not reach the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private String style(String style, String text) {
        return ansi.enabled() ? ansi.new Text("@|" + style + " " + text.replace("|@", "| @") + "|@").toString() : text;
    }
}
