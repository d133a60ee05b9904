package org.pgassay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

class DifferenceTest {

    private static final List<String> SCHEMAS = List.of("public", "Odd \"schema\"");

    private static final JsonMapper JSON = new JsonMapper();

    /** What the fingerprint leaves out. */
    private static final Set<String> NOT_COVERED = Set.of("otherSchemas", "owner", "version");

    @Test
    void theSameCatalogDoesNotDiffer() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            Catalog catalog = CatalogReader.read(database.connection(), SCHEMAS);

            assertThat(Difference.of(catalog, catalog).changes()).isEmpty();
            assertThat(Difference.of(Catalog.empty(), catalog).isEmpty()).isFalse();
            assertThat(Difference.of(Catalog.empty(), catalog).lines("public"))
                    .hasSameSizeAs(Difference.of(catalog, Catalog.empty()).lines("public"))
                    .allMatch(line -> line.endsWith(" was added"));
        }
    }

    @Test
    void whateverValueOfACatalogChangesIsFoundAsTheFingerprintFindsIt() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            Catalog catalog = CatalogReader.read(database.connection(), SCHEMAS);
            List<String> overlooked = new ArrayList<>();
            int changed = damage(catalog, JSON.valueToTree(catalog), overlooked);

            assertThat(overlooked).isEmpty();
            assertThat(changed).isGreaterThan(1000);
        }
    }

    /** Changes every text and every truth value in turn, and puts each back. */
    private static int damage(Catalog catalog, JsonNode root, List<String> overlooked) throws JsonProcessingException {
        List<JsonNode> open = new ArrayList<>(List.of(root));
        int changed = 0;
        for (int i = 0; i < open.size(); i++) {
            JsonNode node = open.get(i);
            node.forEach(open::add);
            if (node instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                for (String name : names) {
                    JsonNode value = object.get(name);
                    JsonNode other = other(value, object);
                    if (other != null && !NOT_COVERED.contains(name)) {
                        object.set(name, other);
                        changed += found(catalog, root, name, overlooked);
                        object.set(name, value);
                    }
                }
            } else if (node instanceof ArrayNode array && array.size() > 1 && !array.equals(root.get("schemas"))) {
                // The schemas of a catalog that can be are those of its namespaces.
                JsonNode last = array.remove(array.size() - 1);
                changed += found(catalog, root, "one less of " + last, overlooked);
                array.add(last);
            }
        }
        return changed;
    }

    private static JsonNode other(JsonNode value, ObjectNode object) {
        return value.isTextual() && !value.asText().matches("[A-Z_]+")
                ? object.textNode(value.asText() + " else")
                : value.isBoolean() ? object.booleanNode(!value.asBoolean()) : null;
    }

    private static int found(Catalog catalog, JsonNode root, String what, List<String> overlooked)
            throws JsonProcessingException {
        Catalog other = JSON.treeToValue(root, Catalog.class);
        boolean prints = !Fingerprint.canonicalJson(other).equals(Fingerprint.canonicalJson(catalog));
        if (Difference.of(catalog, other).isEmpty() == prints) {
            overlooked.add(what);
        }
        return prints ? 1 : 0;
    }

    @Test
    void namesObjectsAndWhatHasChangedInThem() throws SQLException {
        try (ScratchDatabase one = ScratchDatabase.on(18)
                        .run("create table a (id int primary key, note text, x int); create type gone as enum ('x')");
                ScratchDatabase other = ScratchDatabase.on(18).run("""
                        create table a (x int, id bigint primary key, more text not null);
                        create table b (id int); comment on table a is 'rows'; grant select on a to public;
                        create schema s; create sequence s.n""")) {
            Difference difference = Difference.of(
                    CatalogReader.read(one.connection(), List.of("public", "s")),
                    CatalogReader.read(other.connection(), List.of("public", "s")));

            assertThat(difference.lines("public"))
                    .containsExactly(
                            "schema s was added",
                            "table a has another order of columns: id, note, x became x, id, more; another"
                                    + " comment: none became rows; another grants: none became SELECT to PUBLIC",
                            "table b was added",
                            "column a.id has another type: integer became bigint",
                            "column a.more was added",
                            "column a.note is gone",
                            "sequence s.n was added",
                            "type gone is gone");
        }
    }
}
