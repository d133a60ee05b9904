package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Names;
import org.pgassay.check.access.Stated.StatedPart;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Expands what a spec states of owners, privileges and comments to checks, in the order of kinds and of the spec. */
final class AccessChecks {

    private static final String ALL = "all";

    private final Spec spec;
    private final Names names;
    private final AccessSection section;
    private final RoleWords words;
    private final List<Stated> objects;
    private final List<StatedPart> triggers;
    private final List<DefaultEntry> entries;
    private final List<Check> checks = new ArrayList<>();

    AccessChecks(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
        this.section = spec.section(AccessSection.class);
        this.words = RoleWords.of(spec);
        this.objects = StatedObjects.of(spec);
        this.triggers = StatedObjects.triggers(spec);
        this.entries = DefaultEntry.all(section);
    }

    List<Check> all() {
        spec.closes(ObjectKind.SCHEMA.plural())
                .ifPresent(
                        at -> checks.add(new SchemaClosed(section.otherSchemas().keySet(), at)));
        owners();
        objects.forEach(this::object);
        triggers.forEach(this::trigger);
        entries.forEach(entry -> checks.add(new DefaultPrivilegesDefinition(entry, words, entry.location())));
        spec.closes(ObjectKind.DEFAULT_PRIVILEGES.plural())
                .ifPresent(at -> checks.add(new DefaultPrivilegesClosed(entries, words, at)));
        return List.copyOf(checks);
    }

    private void owners() {
        List<Target.Whole> stated = objects.stream()
                .filter(each -> each.owner() != null)
                .map(Stated::target)
                .toList();
        List<OwnerPattern> patterns =
                section.owners().keySet().stream().map(OwnerPattern::of).toList();
        for (int i = 0; i < patterns.size(); i++) {
            OwnerPattern pattern = patterns.get(i);
            SourceText role = section.owners().get(pattern.written());
            if (role != null) {
                OwnerRole.Owned owned =
                        new OwnerRole.Many(names, pattern, patterns.subList(i + 1, patterns.size()), stated);
                checks.add(new OwnerRole(owned, role.text(), words, role.location()));
            }
        }
        everything().ifPresent(at -> checks.add(new OwnerClosed(names, patterns, stated, words, at)));
    }

    private void object(Stated object) {
        Target.Whole target = object.target();
        @Nullable SourceText owner = object.owner();
        if (owner != null) {
            checks.add(new OwnerRole(new OwnerRole.One(target), owner.text(), words, owner.location()));
        }
        object.grants()
                .forEach((word, granted) -> checks.add(new GrantRole(
                        target, word, AccessProblems.read(granted, target.kind()), words, granted.location())));
        if (!Privileges.of(target.kind()).isEmpty()) {
            closes(object, "grants")
                    .ifPresent(at -> checks.add(
                            new GrantClosed(target, Set.copyOf(object.grants().keySet()), words, at)));
        }
        comment(target, object.comment());
        object.parts().forEach(part -> comment(part.target(), part.comment()));
        closes(object, "comments").ifPresent(at -> {
            List<Target> uncommented = new ArrayList<>();
            if (object.comment() == null) {
                uncommented.add(target);
            }
            object.parts().stream()
                    .filter(part -> part.comment() == null)
                    .forEach(part -> uncommented.add(part.target()));
            checks.add(new CommentClosed(target, uncommented, at));
        });
    }

    private void trigger(StatedPart trigger) {
        comment(trigger.target(), trigger.comment());
        if (trigger.comment() == null) {
            everything()
                    .ifPresent(at -> checks.add(new CommentClosed(trigger.target(), List.of(trigger.target()), at)));
        }
    }

    private void comment(Target target, @Nullable SourceText comment) {
        if (comment != null) {
            checks.add(new CommentText(target, comment.text(), comment.location()));
        }
    }

    /** Where the spec closes an object for its grants or comments, if it does. */
    private Optional<Location> closes(Stated object, String what) {
        return object.closed().stream()
                .filter(each -> Set.of(what, ALL).contains(each.text()))
                .map(SourceText::location)
                .findFirst()
                .or(this::everything);
    }

    /** Where the spec closes everything, if it does. */
    private Optional<Location> everything() {
        return spec.closesAll() ? spec.closes(ALL) : Optional.empty();
    }
}
