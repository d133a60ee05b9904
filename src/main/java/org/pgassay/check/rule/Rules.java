package org.pgassay.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.design.DesignRules;
import org.pgassay.check.rule.health.ConstraintsValidated;
import org.pgassay.check.rule.health.ForeignKeyTypesMatch;
import org.pgassay.check.rule.health.ForeignKeysIndexed;
import org.pgassay.check.rule.health.IndexesValid;
import org.pgassay.check.rule.health.MoreThanOneColumn;
import org.pgassay.check.rule.health.NoBooleanInIndex;
import org.pgassay.check.rule.health.NoBtreeOnArray;
import org.pgassay.check.rule.health.NoChar;
import org.pgassay.check.rule.health.NoDuplicateForeignKeys;
import org.pgassay.check.rule.health.NoDuplicateIndexes;
import org.pgassay.check.rule.health.NoInheritance;
import org.pgassay.check.rule.health.NoIntersectingForeignKeys;
import org.pgassay.check.rule.health.NoIntersectingIndexes;
import org.pgassay.check.rule.health.NoJsonType;
import org.pgassay.check.rule.health.NoLargeObjects;
import org.pgassay.check.rule.health.NoMoney;
import org.pgassay.check.rule.health.NoNaturalPrimaryKey;
import org.pgassay.check.rule.health.NoNeedlessIndexPredicate;
import org.pgassay.check.rule.health.NoNullableCompositeForeignKey;
import org.pgassay.check.rule.health.NoSelfForeignKey;
import org.pgassay.check.rule.health.NoSerial;
import org.pgassay.check.rule.health.NoTimestampInMiddleOfIndex;
import org.pgassay.check.rule.health.NoUnlinkedTables;
import org.pgassay.check.rule.health.NoVarcharLength;
import org.pgassay.check.rule.health.NoVarcharPrimaryKey;
import org.pgassay.check.rule.health.NotAllNullable;
import org.pgassay.check.rule.health.PrimaryKeyFirst;
import org.pgassay.check.rule.health.PrimaryKeyRequired;
import org.pgassay.check.rule.health.SequenceFitsColumn;
import org.pgassay.check.rule.health.TimestampsWithTimeZone;
import org.pgassay.check.rule.naming.ColumnConvention;
import org.pgassay.check.rule.naming.ConsistentColumnTypes;
import org.pgassay.check.rule.naming.ConstraintNames;
import org.pgassay.check.rule.naming.DescriptionsRequired;
import org.pgassay.check.rule.naming.IndexNames;
import org.pgassay.check.rule.naming.Naming;
import org.pgassay.check.rule.naming.NoNameOverflow;
import org.pgassay.check.rule.security.SecurityRules;

/** The explicit list of all rules. */
public final class Rules {

    private static final List<Rule> HEALTH = List.of(
            new ForeignKeysIndexed(),
            new PrimaryKeyRequired(),
            new IndexesValid(),
            new NoDuplicateIndexes(),
            new NoIntersectingIndexes(),
            new NoJsonType(),
            new NoSerial(),
            new NoBooleanInIndex(),
            new ConstraintsValidated(),
            new NoBtreeOnArray(),
            new SequenceFitsColumn(),
            new NoDuplicateForeignKeys(),
            new NoIntersectingForeignKeys(),
            new NoUnlinkedTables(),
            new ForeignKeyTypesMatch(),
            new MoreThanOneColumn(),
            new NoVarcharPrimaryKey(),
            new NoNaturalPrimaryKey(),
            new NoVarcharLength(),
            new NoChar(),
            new NoMoney(),
            new TimestampsWithTimeZone(),
            new NoTimestampInMiddleOfIndex(),
            new PrimaryKeyFirst(),
            new NotAllNullable(),
            new NoInheritance(),
            new NoNullableCompositeForeignKey(),
            new NoSelfForeignKey(),
            new NoLargeObjects(),
            new NoNeedlessIndexPredicate());

    private static final List<Rule> NAMING = List.of(
            new Naming(),
            new NoNameOverflow(),
            new IndexNames(),
            new ConstraintNames(),
            new ConsistentColumnTypes(),
            new DescriptionsRequired(),
            new ColumnConvention());

    private static final List<Rule> ALL = Stream.of(HEALTH, NAMING, SecurityRules.all(), DesignRules.all())
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    /** All rules, in the order that they are documented in. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule of that id, if there is one. */
    public static Optional<Rule> of(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
