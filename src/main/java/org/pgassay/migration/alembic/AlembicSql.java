package org.pgassay.migration.alembic;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;
import org.pgassay.sql.Statements.Statement;

/**
 * Runs the SQL that {@code alembic upgrade --sql} printed before, for where Alembic is not installed.
 *
 * <p>Its comments {@code -- Running upgrade A -> B} mark the revisions. Each is run by itself: where the script is within
 * a transaction at such a comment, it is committed and begun anew there, so that one can stop after any revision.
 */
public final class AlembicSql implements MigrationRunner {

    private static final Pattern RUNNING = Pattern.compile("(?m)^-- Running (upgrade|downgrade) (.*?) -> ?(.*?)\\r?$");

    private final RevisionGraph graph;
    private final Script upgrade;
    private final @Nullable Script downgrade;
    private final VersionTable versions;
    private final String why;

    private AlembicSql(
            RevisionGraph graph, Script upgrade, @Nullable Script downgrade, VersionTable versions, String why) {
        this.graph = graph;
        this.upgrade = upgrade;
        this.downgrade = downgrade;
        this.versions = versions;
        this.why = why;
    }

    /**
     * Reads the SQL of a graph.
     *
     * @param why it is run instead of Alembic, for the report
     * @throws MigrationException if a revision is not in it, or it holds one that no file has
     * @throws IOException if a file cannot be read
     */
    public static AlembicSql read(
            RevisionGraph graph, Path upgrade, @Nullable Path downgrade, String versionTable, String why)
            throws IOException {
        Script up = Script.read(upgrade, "upgrade");
        for (Revision revision : graph.revisions()) {
            if (!up.sections().containsKey(revision.id())) {
                throw new MigrationException("the file " + upgrade + " does not apply revision " + revision.id()
                        + " of " + revision.file() + ". Print it anew with 'alembic upgrade heads --sql'.");
            }
        }
        for (String id : up.sections().keySet()) {
            if (graph.revisions().stream().noneMatch(revision -> revision.id().equals(id))) {
                throw new MigrationException("the file " + upgrade + " applies revision " + id
                        + ", which no revision file has. Print it anew with 'alembic upgrade heads --sql'.");
            }
        }
        Script down = downgrade == null ? null : Script.read(downgrade, "downgrade");
        return new AlembicSql(graph, up, down, new VersionTable(versionTable), why);
    }

    @Override
    public String description() {
        return "SQL that Alembic printed (" + why + ")";
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
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            MigrationRun.Step step = failed
                    ? new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null)
                    : done(target, revision, upgrade, true);
            failed |= step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        List<MigrationRun.Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            MigrationRun.Step step;
            if (failed) {
                step = new MigrationRun.Step(revision, MigrationRun.State.PENDING, 0, null);
            } else if (downgrade == null) {
                String wrong = "no SQL undoes it here: print it with 'alembic downgrade head:base --sql', and name the"
                        + " file under offline: downgrade";
                step = failed(revision, revision.file(), revision.line(), wrong);
            } else {
                step = done(target, revision, downgrade, false);
            }
            failed |= step.state() != MigrationRun.State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    private MigrationRun.Step done(Target target, Revision revision, Script script, boolean up) throws SQLException {
        List<Statement> section = script.sections().get(revision.id());
        if (section == null) {
            return failed(revision, script.file(), 1, "the file holds nothing of this revision. Print it anew.");
        }
        if (section.stream().noneMatch(statement -> versions.isWrittenBy(statement.text()))) {
            return failed(
                    revision,
                    script.file(),
                    section.get(0).line(),
                    "it does not write to the table " + versions.name() + " that it ran. Name Alembic's version table"
                            + " with versionTable, or print the SQL anew.");
        }
        MigrationRun.Step step;
        Set<String> applied = versions.applied(target, graph);
        if (up) {
            // The version table is written anew after each revision, with all heads: it does not tell which is new.
            target.begins(revision);
        }
        try (Connection connection = target.open()) {
            step = new SqlRunner(connection)
                    .run(revision, script.file(), script.text(), statements(connection, script, section, up));
        }
        if (step.state() != MigrationRun.State.APPLIED) {
            return step;
        }
        if (up) {
            applied.add(revision.id());
        } else {
            applied.remove(revision.id());
        }
        versions.write(target, graph, applied);
        long own = section.stream()
                .filter(statement -> !script.isBookkeeping(statement, versions))
                .count();
        return revision.parents().size() > 1 && own == 0
                ? new MigrationRun.Step(revision, step.state(), MigrationRun.Step.UNKNOWN, null)
                : new MigrationRun.Step(revision, step.state(), (int) own, null);
    }

    /**
     * Without those that write down what is applied: they are right only in the one order that the script was printed in.
     * As with Alembic itself, the version table is made once and stays when all is undone.
     */
    private List<Statement> statements(Connection connection, Script script, List<Statement> section, boolean up)
            throws SQLException {
        List<Statement> statements = new ArrayList<>();
        if (up && versions.found(connection) == null) {
            statements.addAll(script.prelude());
        }
        section.stream()
                .filter(statement -> !versions.isWrittenBy(statement.text()))
                .forEach(statements::add);
        return statements;
    }

    private static MigrationRun.Step failed(Revision revision, Path file, int line, String message) {
        return new MigrationRun.Step(
                revision,
                MigrationRun.State.FAILED,
                0,
                new MigrationRun.Failure(file.toString(), line, 0, "", message));
    }

    /**
     * A file of SQL, cut at its comments.
     *
     * @param prelude the statements before the first comment
     * @param sections the statements by the id of the revision that they apply or undo
     */
    private record Script(Path file, String text, List<Statement> prelude, Map<String, List<Statement>> sections) {

        private static final Pattern BEGINS = Pattern.compile("(?i)(begin|start\\s+transaction)\\b.*");
        private static final Pattern ENDS = Pattern.compile("(?i)(commit|end|rollback)\\s*(work|transaction)?");

        static Script read(Path file, String verb) throws IOException {
            String text = SqlRunner.text(file);
            int nul = text.indexOf('\0');
            if (nul >= 0) {
                throw new MigrationException(
                        file + ":" + Statements.lineOf(text, nul) + ": the file holds a NUL: it is no SQL");
            }
            List<Statement> statements;
            try {
                statements = Statements.of(text);
            } catch (SqlSyntaxException e) {
                throw new MigrationException(file + ":" + Statements.lineOf(text, e.offset()) + ": " + e.getMessage());
            }
            List<MatchResult> marks = RUNNING.matcher(text)
                    .results()
                    .filter(mark -> statements.stream().noneMatch(each -> within(each, mark.start())))
                    .filter(mark -> mark.group(1).equals(verb))
                    .toList();
            if (marks.isEmpty()) {
                throw new MigrationException("the file " + file + " holds no line '-- Running " + verb
                        + " A -> B'. Print it with 'alembic "
                        + (verb.equals("upgrade") ? "upgrade heads" : "downgrade heads:base")
                        + " --sql'.");
            }
            Map<String, List<Statement>> sections = new LinkedHashMap<>();
            boolean open = false;
            // What stands before the first comment makes the version table.
            List<Statement> prelude = new ArrayList<>();
            for (Statement statement : statements) {
                if (statement.offset() < marks.get(0).start()) {
                    prelude.add(statement);
                    open = BEGINS.matcher(statement.text()).matches()
                            || (open && !ENDS.matcher(statement.text()).matches());
                }
            }
            if (open) {
                prelude.add(synthetic("commit", text, marks.get(0).start()));
            }
            for (int i = 0; i < marks.size(); i++) {
                int from = marks.get(i).start();
                int to = i + 1 < marks.size() ? marks.get(i + 1).start() : text.length();
                List<Statement> section = new ArrayList<>();
                if (open) {
                    section.add(synthetic("begin", text, from));
                }
                for (Statement statement : statements) {
                    if (statement.offset() >= from && statement.offset() < to) {
                        section.add(statement);
                        open = BEGINS.matcher(statement.text()).matches()
                                || (open && !ENDS.matcher(statement.text()).matches());
                    }
                }
                if (open) {
                    section.add(synthetic("commit", text, to));
                }
                String id = verb.equals("upgrade")
                        ? marks.get(i).group(3)
                        : marks.get(i).group(2);
                sections.put(id.strip(), section);
            }
            return new Script(file, text, prelude, sections);
        }

        private static boolean within(Statement statement, int offset) {
            return statement.offset() <= offset && offset < statement.end();
        }

        private static Statement synthetic(String sql, String text, int offset) {
            return new Statement(Statements.Kind.SQL, sql, offset, Statements.lineOf(text, offset), null);
        }

        /** Whether it is Alembic's own statement, and none of the revision's. */
        boolean isBookkeeping(Statement statement, VersionTable versions) {
            return BEGINS.matcher(statement.text()).matches()
                    || ENDS.matcher(statement.text()).matches()
                    || versions.isWrittenBy(statement.text());
        }
    }
}
