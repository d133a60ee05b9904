package org.pgassay.migration.alembic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.Login;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.Target;
import org.pgassay.migration.ToolUnavailableException;
import org.pgassay.migration.command.Sessions;
import org.pgassay.migration.command.ToolProcess;
import org.pgassay.migration.command.ToolSettings;

/**
 * Runs the real {@code alembic} command. What it applied is read from its version table, and not believed from its exit
 * code.
 */
public final class AlembicRunner implements MigrationRunner {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

    private final RevisionGraph graph;
    private final List<String> command;
    private final ToolSettings settings;
    private final VersionTable versions;
    private final Optional<UrlInIni> ini;
    private final AtomicBoolean obeys = new AtomicBoolean();

    /**
     * A runner in the folder of alembic.ini.
     *
     * @param command the words that start Alembic
     * @param versionTable where env.py has Alembic write down what is applied
     */
    public AlembicRunner(RevisionGraph graph, List<String> command, ToolSettings settings, String versionTable) {
        this.graph = graph;
        this.command = List.copyOf(command);
        this.settings = settings;
        this.versions = new VersionTable(versionTable);
        this.ini = UrlInIni.of(settings.folder(), settings.urlVariable());
    }

    /**
     * The version, asked of the command itself.
     *
     * @throws ToolUnavailableException if the command is not installed
     */
    @Override
    public String description() {
        ToolProcess.Outcome outcome = run(nowhere(), PROBE_LIMIT, "--version");
        if (!outcome.succeeded()) {
            throw new ToolUnavailableException("the command " + String.join(" ", command)
                    + " does not run Alembic, so no migration was run (" + firstLine(outcome)
                    + "). Install Alembic (Debian: apt-get install alembic python3-psycopg2; Python: pip install alembic"
                    + " psycopg2-binary), or correct the command in the spec.");
        }
        String version = firstLine(outcome);
        return version.startsWith("alembic ") ? "A" + version.substring(1) : version;
    }

    private static String firstLine(ToolProcess.Outcome outcome) {
        return outcome.stopped()
                ? "it does not end"
                : outcome.output()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .reduce((first, second) -> second)
                        .orElse("it says nothing");
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public boolean stepwise() {
        return true;
    }

    @Override
    public MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return new MigrationRun(List.of());
        }
        Optional<MigrationRun> refused = refused(revisions);
        if (refused.isPresent()) {
            return refused.get();
        }
        Set<String> before = versions.applied(target, graph);
        ToolProcess.Outcome outcome = null;
        for (String destination : destinations(revisions, before)) {
            outcome = run(target.login(), settings.timeLimit(), "upgrade", destination);
            if (!outcome.succeeded()) {
                break;
            }
        }
        return upgraded(target, revisions, outcome);
    }

    /** All at once where all is wanted, as people run it; otherwise each of the last ones by its name. */
    private List<String> destinations(List<Revision> revisions, Set<String> before) {
        Set<String> wanted = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        boolean all =
                graph.revisions().stream().map(Revision::id).allMatch(id -> wanted.contains(id) || before.contains(id));
        if (all) {
            return List.of("heads");
        }
        Set<String> followed = new HashSet<>();
        revisions.forEach(revision -> {
            followed.addAll(revision.parents());
            followed.addAll(revision.dependsOn());
        });
        return revisions.stream()
                .map(Revision::id)
                .filter(id -> !followed.contains(id))
                .toList();
    }

    private MigrationRun upgraded(Target target, List<Revision> revisions, ToolProcess.@Nullable Outcome outcome)
            throws SQLException {
        if (outcome != null && outcome.stopped()) {
            Sessions.end(target);
        }
        Set<String> after = versions.applied(target, graph);
        List<Revision> open = revisions.stream()
                .filter(revision -> !after.contains(revision.id()))
                .toList();
        boolean failed = outcome == null || !outcome.succeeded();
        if (open.isEmpty() && !failed) {
            return new MigrationRun(
                    revisions.stream().map(AlembicRunner::applied).toList());
        }
        List<Revision> suspects = open.isEmpty() ? revisions.subList(revisions.size() - 1, revisions.size()) : open;
        Revision culprit = outcome == null
                ? suspects.get(0)
                : new AlembicOutput(outcome.output(), settings.folder())
                        .culprit(suspects)
                        .orElse(suspects.get(0));
        MigrationRun.Failure failure = failure(culprit, outcome, "upgrade");
        List<MigrationRun.Step> steps = new ArrayList<>();
        for (Revision revision : revisions) {
            steps.add(
                    revision.equals(culprit)
                            ? new MigrationRun.Step(revision, MigrationRun.State.FAILED, 0, failure)
                            : open.contains(revision)
                                    ? new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null)
                                    : applied(revision));
        }
        return new MigrationRun(steps);
    }

    private static MigrationRun.Step applied(Revision revision) {
        int statements = RevisionBody.isEmpty(revision) ? 0 : MigrationRun.Step.UNKNOWN;
        return new MigrationRun.Step(revision, MigrationRun.State.APPLIED, statements, null);
    }

    private MigrationRun.Failure failure(Revision revision, ToolProcess.@Nullable Outcome outcome, String verb) {
        if (outcome == null || outcome.succeeded()) {
            String wrong =
                    "alembic ended without an error, but the table " + versions.name() + " does not say that the "
                            + verb + " was done. See that env.py commits what it runs and takes its URL from "
                            + settings.urlVariable() + ", and name its version table with versionTable.";
            return new MigrationRun.Failure(revision.file().toString(), revision.line(), 0, "", wrong);
        } else if (outcome.stopped()) {
            String wrong = "alembic had not ended after " + settings.timeLimit().toSeconds()
                    + " s, and was stopped. Find what it waits for, or raise timeLimit.";
            return new MigrationRun.Failure(revision.file().toString(), revision.line(), 0, "", wrong);
        }
        return new AlembicOutput(outcome.output(), settings.folder()).failure(revision);
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        Optional<MigrationRun> refused = revisions.isEmpty() ? Optional.empty() : refused(revisions);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            MigrationRun.Step step = failed
                    ? new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null)
                    : undone(target, revision);
            failed |= step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    private MigrationRun.Step undone(Target target, Revision revision) throws SQLException {
        Set<String> before = versions.applied(target, graph);
        ToolProcess.Outcome outcome = run(
                target.login(),
                settings.timeLimit(),
                "downgrade",
                Ancestry.of(graph).below(revision));
        if (outcome.stopped()) {
            Sessions.end(target);
        }
        Set<String> after = versions.applied(target, graph);
        if (!outcome.succeeded() || after.contains(revision.id())) {
            return new MigrationRun.Step(
                    revision, MigrationRun.State.FAILED, 0, failure(revision, outcome, "downgrade"));
        }
        Set<String> others = new HashSet<>(before);
        others.removeAll(after);
        others.remove(revision.id());
        if (!others.isEmpty()) {
            String wrong = "alembic cannot undo it alone: it undid "
                    + String.join(", ", others.stream().sorted().toList()) + " with it";
            return new MigrationRun.Step(
                    revision,
                    MigrationRun.State.FAILED,
                    0,
                    new MigrationRun.Failure(revision.file().toString(), revision.line(), 0, "", wrong));
        }
        return new MigrationRun.Step(revision, MigrationRun.State.APPLIED, MigrationRun.Step.UNKNOWN, null);
    }

    /**
     * Refuses to run where Alembic would migrate another database than it is given: with a URL that leads nowhere even
     * {@code alembic current} must fail.
     */
    private Optional<MigrationRun> refused(List<Revision> revisions) {
        if (obeys.get()) {
            return Optional.empty();
        }
        // Also where it is not installed, this is the place to find out.
        description();
        Duration limit = settings.timeLimit().compareTo(PROBE_LIMIT) < 0 ? settings.timeLimit() : PROBE_LIMIT;
        if (!run(nowhere(), limit, "current").succeeded()) {
            obeys.set(true);
            return Optional.empty();
        }
        Path file = settings.folder().resolve("alembic.ini");
        String wrong = "alembic does not take its database from the environment variable " + settings.urlVariable()
                + ": with a URL there that leads nowhere, 'alembic current' still found a database. It was not run, for"
                + " it would have migrated that one. Have env.py set sqlalchemy.url from the variable, or name the one"
                + " that it reads with urlVariable.";
        List<MigrationRun.Step> steps = new ArrayList<>();
        for (Revision revision : revisions) {
            steps.add(
                    steps.isEmpty()
                            ? new MigrationRun.Step(
                                    revision,
                                    MigrationRun.State.FAILED,
                                    0,
                                    new MigrationRun.Failure(file.toString(), 1, 0, "", wrong))
                            : new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null));
        }
        return Optional.of(new MigrationRun(steps));
    }

    private ToolProcess.Outcome run(Login login, Duration limit, String... arguments) {
        List<String> words = new ArrayList<>(command);
        Optional<Path> copy = ini.map(each -> each.write(settings.url(login)));
        try {
            copy.ifPresent(file -> words.addAll(List.of("-c", file.toString())));
            words.addAll(List.of(arguments));
            return settings.within(limit).process(words, login).run();
        } finally {
            copy.ifPresent(AlembicRunner::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + ", which holds a password, cannot be deleted", e);
        }
    }

    /** A port that was free a moment ago: whoever connects to it is refused at once. */
    private static Login nowhere() {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket(0, 1, here)) {
            return new Login(
                    here.getHostAddress(), socket.getLocalPort(), "pgassay_nowhere", "pgassay_nowhere", "none", "");
        } catch (IOException e) {
            throw new UncheckedIOException("no port of this machine is free", e);
        }
    }
}
