package org.pgassay.verify;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.pgassay.check.Check;
import org.pgassay.postgres.server.ServerChoice;

/**
 * How to verify.
 *
 * @param database the server to use; empty for the embedded one, or a container if the spec names an image
 * @param postgres the major version of a server that pgAssay makes; empty for the newest that the spec allows
 * @param allowWrites whether an external server may be written to
 * @param migrate whether a database of pgAssay's own is made and migrated on an external server
 * @param only which checks to run
 * @param shard which part of them
 * @param seed for whatever is drawn by lot
 * @param clock tells the day on which waivers are in force or have expired
 * @param measure how many rows a table is given at most, where plans of queries are measured over rows; nothing where they
 *     are not
 */
public record VerifyOptions(
        Optional<ServerChoice> database,
        Optional<Integer> postgres,
        boolean allowWrites,
        boolean migrate,
        Predicate<Check> only,
        Shard shard,
        long seed,
        Clock clock,
        OptionalLong measure) {

    /** On the day that the system's clock shows, in UTC. */
    public VerifyOptions(
            Optional<ServerChoice> database,
            Optional<Integer> postgres,
            boolean allowWrites,
            boolean migrate,
            Predicate<Check> only,
            Shard shard,
            long seed) {
        this(database, postgres, allowWrites, migrate, only, shard, seed, Clock.systemUTC(), OptionalLong.empty());
    }

    /** Everything as it is without any option. */
    public static VerifyOptions defaults() {
        return new VerifyOptions(Optional.empty(), Optional.empty(), false, false, check -> true, Shard.WHOLE, 1);
    }

    /** The same with a given server version. */
    public VerifyOptions onPostgres(int major) {
        return new VerifyOptions(database, Optional.of(major), allowWrites, migrate, only, shard, seed, clock, measure);
    }

    /** The same with another server. */
    public VerifyOptions on(ServerChoice choice) {
        return new VerifyOptions(Optional.of(choice), postgres, allowWrites, migrate, only, shard, seed, clock, measure);
    }

    /** The same at another time. */
    public VerifyOptions at(Clock other) {
        return new VerifyOptions(database, postgres, allowWrites, migrate, only, shard, seed, other, measure);
    }

    /** The same with plans measured over so many rows a table at most. */
    public VerifyOptions measuring(long rows) {
        return new VerifyOptions(
                database, postgres, allowWrites, migrate, only, shard, seed, clock, OptionalLong.of(rows));
    }

    /** The same with other checks. */
    public VerifyOptions checking(Predicate<Check> chosen, Shard part) {
        return new VerifyOptions(database, postgres, allowWrites, migrate, chosen, part, seed, clock, measure);
    }

    /** The day of the run: the same everywhere, whatever the time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * One of several parts that together are the whole.
     *
     * @param index from 1
     * @param count how many parts there are
     */
    public record Shard(int index, int count) {

        /** The whole. */
        public static final Shard WHOLE = new Shard(1, 1);

        /**
         * Reads {@code I/N}.
         *
         * @throws IllegalArgumentException if it is none
         */
        public static Shard parse(String text) {
            if (!text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
                throw new IllegalArgumentException("--shard '" + text + "' is not of the form I/N, such as 2/4");
            }
            int slash = text.indexOf('/');
            int index = Integer.parseInt(text.substring(0, slash));
            int count = Integer.parseInt(text.substring(slash + 1));
            if (index < 1 || index > count) {
                throw new IllegalArgumentException("--shard '" + text + "': there is no such part");
            }
            return new Shard(index, count);
        }

        /** Whether a check belongs to this part: by its identity, so that every run divides them alike. */
        boolean has(Check check) {
            int hash = (check.id() + "\n" + check.subject()).hashCode();
            return Math.floorMod(hash, count) == index - 1;
        }
    }
}
