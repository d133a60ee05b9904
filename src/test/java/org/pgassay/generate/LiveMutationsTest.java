package org.pgassay.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.generate.LiveMutations.Effect;

/** The changes themselves: that they can be listed everywhere, and that each kind does change something somewhere. */
class LiveMutationsTest {

    /** Changes of one kind that are tried in one schema. */
    private static final int TRIES = 6;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void changesAreListedOnEveryVersion(int major, @TempDir Path folder) throws Exception {
        try (Migrated migrated = Migrated.by(SchemaGenerator.generate(1, major).writeTo(folder), major);
                Connection connection = migrated.open()) {
            Map<String, List<LiveChange>> changes = LiveMutations.of(connection);

            assertThat(changes.keySet()).containsExactlyElementsOf(LiveMutations.kinds());
            assertThat(changes.values().stream().mapToInt(List::size).sum()).isGreaterThan(500);
            assertThat(LiveMutations.tryOut(new LiveChange("x", "select 1", List.of()), connection))
                    .isEqualTo(Effect.NONE);
            assertThat(LiveMutations.tryOut(new LiveChange("x", "drop table nowhere", List.of()), connection))
                    .isEqualTo(Effect.REFUSED);
            assertThat(LiveMutations.tryOut(new LiveChange("x", "create table t ()", List.of()), connection))
                    .isEqualTo(Effect.CHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    @Tag("long")
    void everyKindOfChangeIsOneSomewhere(int major, @TempDir Path folder) throws Exception {
        Set<String> open = new TreeSet<>(LiveMutations.kinds());
        if (major < 15) {
            // Sequences can be unlogged since PostgreSQL 15.
            open.remove("sequence unlogged");
        }
        Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
        List<String> last = new ArrayList<>();
        for (long seed = 1; seed <= 25 && !open.isEmpty(); seed++) {
            Path migrations = SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed));
            try (Migrated migrated = Migrated.by(migrations, major);
                    Connection connection = migrated.open()) {
                for (Map.Entry<String, List<LiveChange>> kind :
                        LiveMutations.of(connection).entrySet()) {
                    int tries = 0;
                    for (LiveChange change : kind.getValue()) {
                        if (!open.contains(kind.getKey()) || tries++ == TRIES) {
                            break;
                        }
                        Effect effect = LiveMutations.tryOut(change, connection);
                        counts.merge(effect, 1, Integer::sum);
                        last.add(effect + " " + change);
                        if (effect == Effect.CHANGED) {
                            open.remove(kind.getKey());
                        }
                    }
                }
            }
        }
        assertThat(open)
                .as(
                        "kinds that changed nothing; %s; %s",
                        counts,
                        last.stream()
                                .filter(tried -> open.stream().anyMatch(tried::contains))
                                .limit(20)
                                .toList())
                .isEmpty();
    }

    @Test
    void aNameWithinAnotherOneDoesNotCount() {
        LiveChange change = new LiveChange("x", "", List.of("item", "quo\"te"));

        assertThat(change.isNamedBy("item")).isTrue();
        assertThat(change.isNamedBy("shop.item.id")).isTrue();
        assertThat(change.isNamedBy("\"item\".id")).isTrue();
        assertThat(change.isNamedBy("\"quo\"\"te\"")).isTrue();
        assertThat(change.isNamedBy("items")).isFalse();
        assertThat(change.isNamedBy("an_item")).isFalse();
    }
}
