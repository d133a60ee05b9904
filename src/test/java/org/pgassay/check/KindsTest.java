package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecSchema;
import org.pgassay.verify.Families;

/** Holds the kinds of check, their pages, their examples and the spec language together, in both directions. */
class KindsTest {

    /** The top-level keys that every spec has, and no family owns. */
    private static final List<String> CORE =
            List.of("spec", "title", "postgres", "schemas", "include", "migrations", "roles", "closed", "defaults");

    private final SchemaTree schema = SchemaTree.ofTheSpecLanguage();

    @Test
    void kindsHaveIdsOfTheirOwn() {
        List<String> ids = Families.kinds().stream().map(CheckKind::id).toList();

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*/[a-z-]+"));
    }

    @Test
    void kindsOfOneFamilyAreOfOnePackage() {
        assertThat(Families.all())
                .allSatisfy(family -> assertThat(family.kinds())
                        .isNotEmpty()
                        .allMatch(kind -> kind.type()
                                .getPackage()
                                .equals(family.getClass().getPackage())));
    }

    @Test
    void everyKindHasItsExampleAndEveryExampleItsKind() {
        assertThat(Example.kinds())
                .containsExactlyElementsOf(new TreeSet<>(
                        Families.kinds().stream().map(CheckKind::id).toList()));
    }

    @Test
    void everyFileOfAnExampleIsUsed() throws IOException {
        for (String kind : Example.kinds()) {
            List<Example> cases = Example.of(kind);
            try (var files = Files.list(Example.ROOT.resolve(kind))) {
                assertThat(files.map(file -> file.getFileName().toString()).toList())
                        .as("the files of " + kind)
                        .contains("spec.yaml", "expected.md")
                        .allMatch(file ->
                                file.equals("spec.yaml") || cases.stream().anyMatch(each -> each.uses(file)));
            }
        }
    }

    @Test
    void everyComponentOfASectionHasItsPlaceInTheSchemaAndTheReverse() {
        Families.sections().forEach(section -> schema.holdTopLevel(section.type()));
        schema.hold("postgres", Spec.Postgres.class);
        schema.hold("migrations", Spec.Migrations.class);
        schema.hold("roles", Spec.Roles.class);
    }

    @Test
    void everyTopLevelKeyIsReadByTheReaderOrByAFamily() {
        assertThat(schema.topLevelKeys())
                .containsAll(CORE)
                .allMatch(key -> CORE.contains(key)
                        || Families.sections().stream()
                                .anyMatch(section ->
                                        SchemaTree.names(section.type()).contains(key)));
    }

    @Test
    void everythingInTheSchemaIsDescribed() {
        assertThat(schema.undescribed()).isEmpty();
    }

    @Test
    void theSchemaBesideTheSpecsIsTheOneThatIsPrinted() throws IOException {
        Golden.check(Path.of("schema-specs", "spec.schema.json"), new SpecSchema(Families.sections()).text());
    }
}
