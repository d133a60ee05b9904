package org.pgassay.check.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Spec.Migrations.Runner;

/** Which keys of {@code migrations} belong to which tool, and which it cannot do without. */
final class MigrationKeys {

    private static final Map<String, Set<Runner>> TOOLS = Map.ofEntries(
            Map.entry("path", EnumSet.complementOf(EnumSet.of(Runner.NONE))),
            Map.entry("command", EnumSet.of(Runner.ALEMBIC)),
            Map.entry("up", EnumSet.of(Runner.COMMAND)),
            Map.entry("down", EnumSet.of(Runner.COMMAND)),
            Map.entry("urlVariable", EnumSet.of(Runner.ALEMBIC, Runner.COMMAND)),
            Map.entry("urlScheme", EnumSet.of(Runner.ALEMBIC, Runner.COMMAND)),
            Map.entry("environment", EnumSet.of(Runner.ALEMBIC, Runner.COMMAND)),
            Map.entry("timeLimit", EnumSet.of(Runner.ALEMBIC, Runner.COMMAND)),
            Map.entry("offline", EnumSet.of(Runner.ALEMBIC)),
            Map.entry("versionTable", EnumSet.of(Runner.ALEMBIC)),
            Map.entry("settings", EnumSet.of(Runner.FLYWAY, Runner.LIQUIBASE)),
            Map.entry("libraries", EnumSet.of(Runner.LIQUIBASE)),
            Map.entry("stages", EnumSet.of(Runner.SQL)),
            Map.entry("rollback", EnumSet.of(Runner.SQL)));

    private MigrationKeys() {}

    static List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        if (!(spec.document().descend(List.of("migrations")) instanceof Node.Mapping written)
                || written.get("runner").isEmpty()) {
            // That is found when the spec is read.
            return problems;
        }
        Runner runner = spec.migrations().runner();
        written.entries().forEach((key, entry) -> {
            Set<Runner> tools = TOOLS.get(key);
            if (tools != null && !tools.contains(runner)) {
                problems.add(new Problem(
                        entry.key(),
                        "the key '" + key + "' is not for runner: " + word(runner) + "; it is for "
                                + tools.stream()
                                        .sorted()
                                        .map(MigrationKeys::word)
                                        .collect(Collectors.joining(", "))));
            }
        });
        if (runner == Runner.COMMAND && written.get("up").isEmpty()) {
            problems.add(missing(spec, "up", "name the command that applies the migrations, such as 'dbmate up'"));
        }
        String command = spec.migrations().command() instanceof Node.Scalar one ? one.value() : "";
        if (runner == Runner.ALEMBIC
                && command.equals("offline")
                && written.get("offline").isEmpty()) {
            problems.add(missing(spec, "offline", "name the files of SQL that Alembic printed"));
        }
        environment(spec, written, problems);
        return problems;
    }

    private static Problem missing(Spec spec, String key, String help) {
        return new Problem(spec.migrations().location(), "the key '" + key + "' is missing: " + help);
    }

    /** A URL that the spec itself hands over would lead the tool to another database than the one made for it. */
    private static void environment(Spec spec, Node.Mapping written, List<Problem> problems) {
        String variable = spec.migrations().urlVariable() == null
                ? "DATABASE_URL"
                : spec.migrations().urlVariable().text();
        Set<String> own = Arrays.stream(
                        "PGHOST PGHOSTADDR PGPORT PGUSER PGPASSWORD PGPASSFILE PGDATABASE PGOPTIONS PGSERVICE PGAPPNAME"
                                .split(" "))
                .collect(Collectors.toSet());
        own.add(variable);
        if (written.get("environment").orElse(null) instanceof Node.Mapping environment) {
            environment.entries().forEach((name, entry) -> {
                if (own.contains(name)) {
                    problems.add(problem(entry.key(), name));
                }
            });
        }
    }

    private static Problem problem(Location location, String name) {
        return new Problem(
                location,
                "the variable " + name + " is set by pgAssay, to the database that it makes for the run; leave it out");
    }

    private static String word(Runner runner) {
        return runner.name().toLowerCase(Locale.ROOT);
    }
}
