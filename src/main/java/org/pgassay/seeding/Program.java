package org.pgassay.seeding;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgassay.check.SeedPlan;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.Target;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.migration.command.Sessions;
import org.pgassay.migration.command.ToolProcess;
import org.pgassay.migration.command.ToolSettings;
import org.pgassay.seeding.SeedRunner.StepException;

/** Runs a program that puts seed data in. */
final class Program {

    private static final Pattern SERVER_ERROR = Pattern.compile("(?m)^.*?\\b((?:ERROR|FATAL|PANIC):.*)$");

    /** Drivers repeat what the server says of rows on lines of their own. */
    private static final Pattern QUOTING =
            Pattern.compile("^\\s*(DETAIL|CONTEXT|LINE [0-9]+|QUERY|STATEMENT):|^\\s*\\^");

    private final Target target;
    private final SeedPlan.Command command;

    Program(Target target, SeedPlan.Command command) {
        this.target = target;
        this.command = command;
    }

    void run() throws SQLException, StepException {
        ToolSettings settings = new ToolSettings(
                command.folder(), command.urlVariable(), command.urlScheme(), command.environment(), command.limit());
        ToolProcess.Outcome outcome;
        try {
            outcome = settings.process(command.words(), target.login()).run();
        } catch (ToolUnavailableException e) {
            throw (UntriedException) new UntriedException(
                            "the command " + command.words().get(0) + " cannot be started on this machine",
                            "Install it, or correct the command under 'seeds: {run: …}'.")
                    .initCause(e);
        }
        if (outcome.stopped()) {
            Sessions.end(target);
            throw new StepException(
                    command.location(),
                    "it had not ended after " + command.limit().toMillis() / 1000.0
                            + " s, and was stopped. Find what it waits for, or raise timeLimit");
        } else if (!outcome.succeeded()) {
            throw new StepException(
                    command.location(), "it ended with exit code " + outcome.exit() + ": " + reason(outcome.output()));
        }
    }

    /** PostgreSQL's own words where they are there, and otherwise the last line that was written. */
    private static String reason(String output) {
        Optional<String> server = SERVER_ERROR
                .matcher(output)
                .results()
                .reduce((first, second) -> second)
                .map(error -> error.group(1).strip());
        if (server.isPresent()) {
            return Discretion.server(server.get());
        }
        List<String> lines = output.lines()
                .filter(line -> !line.isBlank() && !QUOTING.matcher(line).find())
                .toList();
        return lines.isEmpty()
                ? "it says nothing of why"
                : Discretion.text(lines.get(lines.size() - 1).strip());
    }
}
