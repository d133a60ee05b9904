package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.access.Stated.Granted;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Finds what is wrong with the roles and privileges that a spec writes. */
final class AccessProblems {

    private final RoleWords words;
    private final List<Problem> problems = new ArrayList<>();

    private AccessProblems(Spec spec) {
        this.words = RoleWords.of(spec);
    }

    static List<Problem> of(Spec spec, AccessSection section) {
        AccessProblems reader = new AccessProblems(spec);
        section.owners().forEach((pattern, role) -> reader.owner(role));
        for (Stated stated : StatedObjects.of(spec)) {
            SourceText owner = stated.owner();
            if (owner != null) {
                reader.owner(owner);
            }
            reader.grants(stated.grants(), stated.target().kind());
        }
        Map<String, Location> entries = new HashMap<>();
        for (DefaultEntry entry : DefaultEntry.all(section)) {
            reader.owner(entry.role());
            reader.grants(entry.grants(), entry.kind());
            reader.twice(entries, entry.subject(reader.words), entry.location());
        }
        return List.copyOf(reader.problems);
    }

    /** The privileges that can be read; the rest has been reported. */
    static List<StatedPrivilege> read(Granted granted, ObjectKind kind) {
        List<Problem> reported = new ArrayList<>();
        return granted.privileges().stream()
                .flatMap(each -> StatedPrivilege.read(each, kind, reported).stream())
                .toList();
    }

    private void owner(SourceText role) {
        if (role.text().equalsIgnoreCase("public")) {
            problems.add(new Problem(role.location(), "PUBLIC stands for every role and can own nothing"));
        }
        words.problem(role.text()).ifPresent(problem -> problems.add(new Problem(role.location(), problem)));
    }

    private void grants(Map<String, Granted> grants, ObjectKind kind) {
        Map<String, Location> roles = new HashMap<>();
        grants.forEach((word, granted) -> {
            if (Privileges.of(kind).isEmpty()) {
                problems.add(new Problem(granted.location(), "PostgreSQL has no privileges on a " + kind.word()));
                return;
            }
            words.problem(word).ifPresent(problem -> problems.add(new Problem(granted.location(), problem)));
            twice(roles, words.shown(word), granted.location());
            privileges(granted, kind);
        });
    }

    private void privileges(Granted granted, ObjectKind kind) {
        Map<String, Location> seen = new HashMap<>();
        for (SourceText text : granted.privileges()) {
            Optional<StatedPrivilege> read = StatedPrivilege.read(text, kind, problems);
            read.ifPresent(privilege -> {
                if (privilege.columns().isEmpty()) {
                    twice(seen, Privileges.written(privilege.name()), text.location());
                }
                privilege
                        .columns()
                        .forEach(column -> twice(
                                seen, Privileges.written(privilege.name()) + " (" + column + ")", text.location()));
            });
        }
    }

    private void twice(Map<String, Location> seen, String what, Location location) {
        Location former = seen.putIfAbsent(what, location);
        if (former != null) {
            problems.add(new Problem(location, "'" + what + "' is stated twice: it stands already at " + former));
        }
    }
}
