package org.pgassay.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.pgassay.check.Check;
import org.pgassay.check.language.NothingSelected;

/** Holds the packages to their places; a rule that matches nothing fails. */
@AnalyzeClasses(packages = "org.pgassay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> KINDS_OF_CHECK = DescribedPredicate.describe(
            "kinds of check", type -> type.isAssignableTo(Check.class) && !type.isInterface());

    @ArchTest
    static final ArchRule INTENT_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.pgassay.catalog..", "org.pgassay.spec..", "org.pgassay.check..", "org.pgassay.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule RENDERERS_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("org.pgassay.report..", "org.pgassay.cli..", "org.pgassay.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule YAML_ONLY_IN_SPEC = noClasses()
            .that()
            .resideOutsideOfPackage("org.pgassay.spec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..", "com.networknt..");

    @ArchTest
    static final ArchRule JUNIT_ONLY_IN_JUNIT = noClasses()
            .that()
            .resideOutsideOfPackage("org.pgassay.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..");

    @ArchTest
    static final ArchRule CONTAINERS_ONLY_IN_POSTGRES = noClasses()
            .that()
            .resideOutsideOfPackage("org.pgassay.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.testcontainers..");

    @ArchTest
    static final ArchRule CHECKS_ARE_FINAL =
            classes().that(KINDS_OF_CHECK).should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule CHECKS_ARE_STATELESS = fields().that()
            .areDeclaredInClassesThat(KINDS_OF_CHECK)
            .should()
            .beFinal()
            .because("a check is a value: it holds no state");

    @ArchTest
    static final ArchRule CHECKS_ARE_UNAWARE_OF_EACH_OTHER =
            classes().that(KINDS_OF_CHECK).should(knowNoOtherKind());

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.pgassay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.pgassay.report.templates..")
            .should()
            .beFinal()
            .andShould(notBeMutable());

    @ArchTest
    static final ArchRule ONE_DIRECTION = noClasses()
            .that()
            .resideInAnyPackage("org.pgassay.verify..", "org.pgassay.postgres..", "org.pgassay.migration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pgassay.report..", "org.pgassay.cli..", "org.pgassay.junit..");

    @ArchTest
    static final ArchRule FACES_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("org.pgassay.(cli|junit)..").should().notDependOnEachOther();

    private static ArchCondition<JavaClass> knowNoOtherKind() {
        return new ArchCondition<>("know no other kind of check") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> KINDS_OF_CHECK.test(dependency.getTargetClass()))
                        .filter(dependency -> !dependency.getTargetClass().equals(type))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaField> notBeMutable() {
        return new ArchCondition<>("not be of an array or a collection that can change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean generated =
                        field.getName().startsWith("$") || field.getOwner().isEnum();
                if (field.getRawType().isArray() && !generated) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is an array"));
                }
            }
        };
    }

    @Test
    void theRulesFailWhenBroken() {
        var broken = new ClassFileImporter().importClasses(KnowsTheDatabase.class, Check.class);

        assertThatThrownBy(() -> noClasses()
                        .that()
                        .haveSimpleName("KnowsTheDatabase")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..")
                        .check(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.sql.Connection");
    }

    @Test
    void aRuleThatMatchesNothingFails() {
        var classes = new ClassFileImporter().importClasses(NothingSelected.class);

        assertThatThrownBy(() -> CHECKS_ARE_FINAL.check(new ClassFileImporter().importClasses(String.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
        CHECKS_ARE_FINAL.check(classes);
    }

    /** What no check may look like. */
    private record KnowsTheDatabase(java.sql.Connection connection) {}
}
