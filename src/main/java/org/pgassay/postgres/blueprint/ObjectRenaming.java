package org.pgassay.postgres.blueprint;

import java.util.List;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Blueprint.Part;

/** Gives objects that were read from scratch schemas the names that they stand for. */
final class ObjectRenaming {

    private final Renaming renaming;

    ObjectRenaming(Renaming renaming) {
        this.renaming = renaming;
    }

    /** The object under the name that its part has. */
    Described of(Part part, Described raw) {
        if (raw instanceof View view) {
            return view(view);
        } else if (raw instanceof Sequence sequence) {
            return sequence(sequence);
        } else if (raw instanceof Routine routine) {
            return routine(routine);
        } else if (raw instanceof UserType type) {
            return type(type);
        } else if (raw instanceof Trigger trigger) {
            return new Trigger(
                    trigger.name(), renaming.text(trigger.definition()), trigger.enabled(), trigger.comment());
        } else if (raw instanceof Rule rule) {
            return new Rule(rule.name(), renaming.text(rule.definition()), rule.enabled(), rule.comment());
        } else if (raw instanceof Policy policy) {
            return policy(policy);
        } else if (raw instanceof Index index) {
            return renaming.index(index);
        } else if (raw instanceof DatabaseObject object) {
            return object(part, object);
        }
        throw new IllegalStateException("no name can be given to a " + raw.getClass());
    }

    private View view(View raw) {
        return new View(
                renaming.name(raw.name()),
                raw.materialized(),
                raw.owner(),
                raw.options(),
                raw.columns().stream().map(renaming::column).toList(),
                List.of(),
                List.of(),
                List.of(),
                raw.settings(),
                raw.grants(),
                renaming.text(raw.definition()),
                raw.comment());
    }

    private Sequence sequence(Sequence raw) {
        return new Sequence(
                renaming.name(raw.name()),
                raw.owner(),
                raw.type(),
                raw.start(),
                raw.increment(),
                raw.minimum(),
                raw.maximum(),
                raw.cache(),
                raw.cycle(),
                renaming.nullable(raw.ownedBy()),
                renaming.nullable(raw.ownerType()),
                raw.identity(),
                raw.unlogged(),
                raw.grants(),
                raw.comment());
    }

    private Routine routine(Routine raw) {
        return new Routine(
                renaming.name(raw.name()),
                renaming.text(raw.arguments()),
                raw.argumentTypes().stream().map(renaming::text).toList(),
                renaming.text(raw.declaredArguments()),
                raw.kind(),
                renaming.nullable(raw.result()),
                raw.language(),
                raw.volatility(),
                raw.securityDefiner(),
                raw.strict(),
                raw.leakproof(),
                raw.parallel(),
                raw.cost(),
                raw.rows(),
                raw.support(),
                raw.configuration(),
                raw.body(),
                raw.owner(),
                raw.grants(),
                raw.comment());
    }

    private UserType type(UserType raw) {
        return new UserType(
                renaming.name(raw.name()),
                raw.kind(),
                raw.owner(),
                raw.labels(),
                raw.fields().stream().map(renaming::text).toList(),
                renaming.nullable(raw.definition()),
                raw.parts(),
                raw.grants(),
                raw.comment());
    }

    private Policy policy(Policy raw) {
        return new Policy(
                raw.name(),
                raw.permissive(),
                raw.command(),
                raw.roles(),
                renaming.nullable(raw.using()),
                renaming.nullable(raw.withCheck()),
                raw.comment());
    }

    private DatabaseObject object(Part part, DatabaseObject raw) {
        return new DatabaseObject(
                raw.kind(),
                raw.schema() == null ? null : part.table().schema(),
                part.table().name(),
                renaming.text(raw.definition()),
                raw.enabled(),
                raw.owner(),
                raw.grants(),
                raw.comment());
    }
}
