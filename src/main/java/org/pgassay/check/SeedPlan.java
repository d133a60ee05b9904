package org.pgassay.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.spec.Location;

/**
 * What puts the seed data into a migrated database, in the order that it is run in.
 *
 * @param asApplication whether it is run as the role that the application works as, and not as the one that migrates
 * @param steps none where the spec states no seeds that are run
 */
public record SeedPlan(boolean asApplication, List<Step> steps) {

    /** Nothing is run. */
    public static final SeedPlan NONE = new SeedPlan(false, List.of());

    /** Copies the list. */
    public SeedPlan {
        steps = List.copyOf(steps);
    }

    /** One thing that is run. */
    public sealed interface Step {

        /** Where the spec states it. */
        Location location();

        /** What it is called in messages: a file's path from the spec's folder. */
        String name();
    }

    /** A file of SQL. */
    public record Sql(String name, Path file, Location location) implements Step {}

    /**
     * A file of rows for one table.
     *
     * @param name of the file, from the spec's folder
     * @param format how the rows are written
     * @param into the table
     * @param columns those that the values are for, where the first line of a CSV file does not name them; otherwise empty
     * @param keep whether a row that is there already is passed over; otherwise it is an error
     * @param tenant the tenant that the rows are put in for, where row security wants to know; null for none
     */
    public record Data(
            String name,
            Format format,
            Path file,
            QualifiedName into,
            List<String> columns,
            boolean keep,
            @Nullable String tenant,
            Location location)
            implements Step {

        /** Copies the list. */
        public Data {
            columns = List.copyOf(columns);
        }
    }

    /** How rows are written in a file. */
    public enum Format {
        CSV,
        JSON
    }

    /**
     * A program.
     *
     * @param name the words, as the spec writes them
     * @param words that start it
     * @param folder that it is started in
     * @param urlVariable the environment variable that hands the database's URL over
     * @param urlScheme what that URL begins with
     * @param environment further variables
     * @param limit how long it may take
     */
    public record Command(
            String name,
            List<String> words,
            Path folder,
            String urlVariable,
            String urlScheme,
            Map<String, String> environment,
            Duration limit,
            Location location)
            implements Step {

        /** Copies the collections. */
        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }
}
