package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;

/** What is said of locks where no revision met a table says nothing, and is no pass. */
class LocksOverNothingTest {

    private static final String LOCKS = """
            locks:
              forbid: [rewrite, scan, index-build, drop]
              maxMode: ShareLock
              maxBlocked: 10s
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whereNoTableWasThereBeforeAnyRevisionAllAreVacuous() {
        Report report = new Trial(folder)
                .migration("001.sql", "create table orders (id bigint primary key); create index on orders (id);")
                .verify(LOCKS);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "VACUOUS lock/mode revisions",
                        "VACUOUS lock/rewrite revisions",
                        "VACUOUS lock/scan revisions",
                        "VACUOUS lock/index-build revisions",
                        "VACUOUS lock/drop revisions",
                        "VACUOUS lock/blocked revisions");
        assertThat(Trial.finding(report, "lock/drop", "revisions"))
                .extracting(Finding::message)
                .asString()
                .startsWith("no table was there before any of these revisions");
    }

    @Test
    void severalRevisionsThatMakeNoTableAreVacuousToo() {
        Report report = new Trial(folder)
                .migration("001.sql", "create type state as enum ('open')")
                .migration("002.sql", "create table orders (id bigint primary key, state state)")
                .verify(LOCKS);

        assertThat(Trial.failures(report)).hasSize(6).allMatch(failure -> failure.startsWith("VACUOUS lock/"));
    }

    @Test
    void oneRevisionThatMeetsATableIsEnough() {
        Report report = new Trial(folder)
                .migration("001.sql", "create table orders (id bigint primary key)")
                .migration("002.sql", "create table lines (id bigint primary key)")
                .verify(LOCKS);

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void aTableOfTheSetUpWasThereBefore() {
        Report report = new Trial(folder)
                .write("roles.sql", "create table settings (id bigint primary key)")
                .migration("001.sql", "create table orders (id bigint primary key)")
                .verify(LOCKS + "roles: {setup: roles.sql}\n");

        assertThat(Trial.failures(report)).isEmpty();
    }
}
