package org.pgassay.check.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;

/** What ALTER DEFAULT PRIVILEGES has set for a role and a kind of object is exactly what the spec states. */
record DefaultPrivilegesDefinition(DefaultEntry entry, RoleWords words, Location location) implements Check {

    static final String ID = "default-privileges/definition";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return entry.subject(words);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return entry.alike(catalog)
                .map(DefaultPrivileges::subject)
                .filter(each -> each.equals(subject()) || entry.role().text().equals(RoleWords.OWNER))
                .map(each -> new ObjectRef(ObjectKind.DEFAULT_PRIVILEGES, each))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<String> missing = Stream.concat(Stream.of(entry.role().text()), entry.grants().keySet().stream())
                .map(word -> words.role(word, evidence))
                .flatMap(role -> RoleWords.missing(role, evidence).stream())
                .findFirst();
        TreeMap<String, Privileges> stated = stated(evidence);
        if (missing.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    missing.get() + ", so that no default privileges can be set with it.",
                    "Create the role, in a migration or in the file under roles.setup, or correct its name.",
                    shown(stated, evidence),
                    "no such role"));
        }
        TreeMap<String, Privileges> held = held(evidence, stated.keySet());
        if (shown(stated, evidence).equals(shown(held, evidence))) {
            return List.of(Finding.passed(
                    this,
                    "the default privileges " + subject() + " are as stated.",
                    shown(held, evidence),
                    1 + held.size()));
        }
        return List.of(Finding.failed(
                this,
                "the default privileges " + subject() + " are not the stated ones: objects that are made from now on"
                        + " get other privileges than the spec says.",
                "Set them in a migration with ALTER DEFAULT PRIVILEGES, or correct the spec.",
                shown(stated, evidence),
                shown(held, evidence)));
    }

    private TreeMap<String, Privileges> stated(Evidence evidence) {
        int major = evidence.server().majorVersion();
        TreeMap<String, Privileges> stated = new TreeMap<>();
        entry.privileges()
                .forEach((word, privileges) ->
                        stated.put(words.role(word, evidence), Privileges.stated(entry.kind(), privileges, major)));
        // What PostgreSQL grants by itself goes without saying; that it does not is stated as public: [].
        stated.computeIfAbsent(Grant.PUBLIC, role -> byDefault(major));
        return stated;
    }

    private Privileges byDefault(int major) {
        List<StatedPrivilege> privileges = entry.schema() == null
                ? Privileges.byDefault(entry.kind(), "", major).stream()
                        .map(each -> new StatedPrivilege(each, List.of(), false))
                        .toList()
                : List.of();
        return Privileges.stated(entry.kind(), privileges, major);
    }

    private TreeMap<String, Privileges> held(Evidence evidence, Set<String> stated) {
        int major = evidence.server().majorVersion();
        String maker = words.role(entry.role().text(), evidence);
        Optional<DefaultPrivileges> found = entry.find(words, evidence);
        TreeMap<String, Privileges> held = new TreeMap<>();
        if (found.isEmpty()) {
            held.put(Grant.PUBLIC, byDefault(major));
        } else {
            List<Grant> grants = found.get().grants();
            Set<String> roles = grants.stream().map(Grant::role).collect(Collectors.toCollection(TreeSet::new));
            roles.forEach(role -> held.put(role, Privileges.held(entry.kind(), grants, role, major)));
        }
        if (entry.schema() == null && stated.contains(maker)) {
            // The catalog leaves out the maker's own privileges where they are complete.
            held.computeIfAbsent(
                    maker,
                    role -> Privileges.stated(
                            entry.kind(), List.of(new StatedPrivilege(Privileges.ALL, List.of(), false)), major));
        }
        return held;
    }

    /** As text; that the maker itself has no privileges on what it makes is worth a word, of others it goes without. */
    private String shown(Map<String, Privileges> byRole, Evidence evidence) {
        String maker = words.role(entry.role().text(), evidence);
        String shown = byRole.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() || each.getKey().equals(maker))
                .map(each -> (each.getKey().equals(Grant.PUBLIC) ? Grant.PUBLIC : Identifiers.quote(each.getKey()))
                        + ": " + each.getValue().shown())
                .collect(Collectors.joining("; "));
        return shown.isEmpty() ? "no privileges" : shown;
    }
}
