package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.language.SectionUnread;
import org.pgassay.check.revision.RevisionSection.Revisions;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What must hold of the revisions and of how they follow one another. */
public final class RevisionFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/revision/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(RevisionSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(RevisionHeads.ID, RevisionHeads.class),
                new CheckKind(RevisionRoots.ID, RevisionRoots.class),
                new CheckKind(RevisionReversible.ID, RevisionReversible.class),
                new CheckKind(RevisionConvergent.ID, RevisionConvergent.class),
                new CheckKind(RevisionReplayable.ID, RevisionReplayable.class),
                new CheckKind(RevisionPopulated.ID, RevisionPopulated.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return List.of();
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Check> checks = new ArrayList<>();
        Revisions stated = spec.section(RevisionSection.class).revisions();
        if (stated != null) {
            checks.addAll(ends(stated));
            checks.addAll(Experiments.of(stated, new Names(spec.schemas())));
            checks.addAll(unread(stated));
        }
        return checks;
    }

    /** How the history begins and ends. */
    private static List<Check> ends(Revisions stated) {
        List<Check> checks = new ArrayList<>();
        SourceText heads = stated.heads();
        SourceText roots = stated.roots();
        if (heads != null) {
            checks.add(new RevisionHeads(number(heads), heads.location()));
        }
        if (roots != null) {
            checks.add(new RevisionRoots(number(roots), roots.location()));
        }
        return checks;
    }

    private static int number(SourceText text) {
        return Integer.parseInt(text.text().replace("_", ""));
    }

    /** What this version does not check: it must not pass unseen. */
    private static List<Check> unread(Revisions stated) {
        List<Check> checks = new ArrayList<>();
        unread("applied", location(stated.applied()), checks);
        unread("unedited", location(stated.unedited()), checks);
        unread("allow", stated.allow() == null ? null : stated.allow().location(), checks);
        return checks;
    }

    private static void unread(String key, @Nullable Location location, List<Check> checks) {
        if (location != null) {
            checks.add(new SectionUnread("revisions." + key, location));
        }
    }

    private static @Nullable Location location(@Nullable SourceText text) {
        return text == null ? null : text.location();
    }
}
