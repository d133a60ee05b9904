package org.pgassay.migration.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;

/**
 * Any other tool, such as Prisma, Rails or dbmate: a command that applies all there is, and one that undoes it.
 *
 * <p>To pgAssay the whole is one revision. That the command ended with 0 is not believed where the database is still
 * empty.
 */
public final class CommandRunner implements MigrationRunner {

    private static final Pattern SERVER_ERROR = Pattern.compile("(?m)^.*?\\b((?:ERROR|FATAL|PANIC):.*)$");

    private static final int LAST_LINES = 5;

    private static final String MADE = """
            select exists (
              select from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname !~ '^(pg_|pgassay_|information_schema$)' and c.relkind <> 'i'
              union all
              select from pg_catalog.pg_proc p
              join pg_catalog.pg_namespace n on n.oid = p.pronamespace
              where n.nspname !~ '^(pg_|pgassay_|information_schema$)'
              union all
              select from pg_catalog.pg_namespace
              where nspname !~ '^(pg_|pgassay_|information_schema$|public$)')""";

    private final List<String> up;
    private final List<String> down;
    private final ToolSettings settings;
    private final Revision revision;

    /**
     * A runner of commands.
     *
     * @param down what undoes everything; empty for nothing
     */
    public CommandRunner(List<String> up, List<String> down, ToolSettings settings) {
        this.up = List.copyOf(up);
        this.down = List.copyOf(down);
        this.settings = settings;
        Path folder = settings.folder();
        this.revision = new Revision("all", folder, down.isEmpty() ? null : folder);
    }

    @Override
    public String description() {
        return "the command " + String.join(" ", up);
    }

    @Override
    public RevisionGraph graph() {
        return new RevisionGraph(List.of(revision));
    }

    @Override
    public boolean stepwise() {
        return false;
    }

    @Override
    public MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        for (Revision each : revisions) {
            MigrationRun.Step step = run(target, each, up);
            boolean nothing = step.state() == MigrationRun.State.APPLIED && !anythingMade(target);
            steps.add(
                    nothing
                            ? failed(
                                    each,
                                    up,
                                    "it ended without an error, but the database is still empty. See that the tool takes"
                                            + " its database from " + settings.urlVariable() + ", and that it is the"
                                            + " command that applies the migrations")
                            : step);
        }
        return new MigrationRun(steps);
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        for (Revision each : revisions) {
            steps.add(
                    down.isEmpty()
                            ? failed(each, up, "no command undoes it: name one under down")
                            : run(target, each, down));
        }
        return new MigrationRun(steps);
    }

    private MigrationRun.Step run(Target target, Revision of, List<String> command) throws SQLException {
        ToolProcess.Outcome outcome = settings.process(command, target.login()).run();
        if (outcome.stopped()) {
            Sessions.end(target);
            String wrong = "it had not ended after " + settings.timeLimit().toSeconds()
                    + " s, and was stopped. Find what it waits for, or raise timeLimit";
            return failed(of, command, wrong);
        }
        return outcome.succeeded()
                ? new MigrationRun.Step(of, MigrationRun.State.APPLIED, MigrationRun.Step.UNKNOWN, null)
                : failed(of, command, "it ended with exit code " + outcome.exit() + ": " + reason(outcome.output()));
    }

    /** PostgreSQL's own words where they are there, and otherwise the last ones that were written. */
    private static String reason(String output) {
        return SERVER_ERROR
                .matcher(output)
                .results()
                .reduce((first, second) -> second)
                .map((MatchResult error) -> error.group(1).strip())
                .orElseGet(() -> lastLines(output));
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "it says nothing of why"
                : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
    }

    private static MigrationRun.Step failed(Revision revision, List<String> command, String message) {
        return new MigrationRun.Step(
                revision,
                MigrationRun.State.FAILED,
                0,
                new MigrationRun.Failure(
                        revision.file().toString(), 1, 0, "", "'" + String.join(" ", command) + "': " + message));
    }

    private static boolean anythingMade(Target target) throws SQLException {
        try (Connection connection = target.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MADE)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
