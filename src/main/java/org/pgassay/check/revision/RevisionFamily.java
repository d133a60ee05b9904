package org.pgassay.check.revision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.language.SectionUnread;
import org.pgassay.check.revision.RevisionSection.Allowed;
import org.pgassay.check.revision.RevisionSection.Revisions;
import org.pgassay.migration.RevisionLock;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Spec.Migrations.Runner;

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
                new CheckKind(MissingParent.ID, MissingParent.class),
                new CheckKind(CircularRevisions.ID, CircularRevisions.class),
                new CheckKind(DuplicateId.ID, DuplicateId.class),
                new CheckKind(UnreachableRevision.ID, UnreachableRevision.class),
                new CheckKind(RedundantParent.ID, RedundantParent.class),
                new CheckKind(EditedRevision.ID, EditedRevision.class),
                new CheckKind(AppliedAll.ID, AppliedAll.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Revisions stated = spec.section(RevisionSection.class).revisions();
        if (stated != null && spec.migrations().runner() == Runner.NONE) {
            problems.add(new Problem(
                    stated.location(),
                    "'revisions' says what must hold of the migrations, and the spec names none: give them under"
                            + " 'migrations'"));
        } else if (stated != null && stated.allow() != null && spec.migrations().runner() != Runner.ALEMBIC) {
            problems.add(new Problem(
                    stated.allow().location(),
                    "'allow' is for tools whose revisions name their parents: with runner: alembic"));
        }
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        Revisions stated = spec.section(RevisionSection.class).revisions();
        List<Check> checks = new ArrayList<>(structure(spec, stated));
        locked(spec, stated).ifPresent(checks::add);
        if (stated != null) {
            checks.addAll(ends(stated));
            checks.addAll(applied(stated));
            checks.addAll(unread(stated));
        }
        return checks;
    }

    /** What keeps a graph from being used is looked for unasked, wherever the tool's files can state it at all. */
    private static List<Check> structure(Spec spec, @Nullable Revisions stated) {
        Location at = stated == null ? spec.migrations().location() : stated.location();
        Allowed allow = stated == null ? null : stated.allow();
        Map<String, SourceText> allowed = allow == null ? Map.of() : allow.redundantParent();
        return switch (spec.migrations().runner()) {
            case ALEMBIC ->
                List.of(
                        new MissingParent(at),
                        new CircularRevisions(at),
                        new DuplicateId(at),
                        new UnreachableRevision(at),
                        new RedundantParent(allowed, at));
            case FLYWAY, LIQUIBASE -> List.of(new DuplicateId(at));
            // SQL files follow one another by their names: nothing of this can be wrong with them.
            case SQL, COMMAND, NONE -> List.of();
        };
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

    private static List<Check> applied(Revisions stated) {
        SourceText applied = stated.applied();
        return applied == null ? List.of() : List.of(new AppliedAll(applied.location()));
    }

    /** Where there is a lock, or one is asked for. */
    private static Optional<Check> locked(Spec spec, @Nullable Revisions stated) {
        SourceText unedited = stated == null ? null : stated.unedited();
        if (unedited != null) {
            return Optional.of(new EditedRevision(unedited.location()));
        }
        SourceText path = spec.migrations().path();
        if (path == null || spec.migrations().runner() == Runner.NONE) {
            return Optional.empty();
        }
        Path at = spec.folder().resolve(path.text());
        Path lock = (Files.isDirectory(at) ? at.resolve(RevisionLock.NAME) : at.resolveSibling(RevisionLock.NAME));
        return Files.exists(lock) ? Optional.of(new EditedRevision(path.location())) : Optional.empty();
    }

    /** What this version does not check: it must not pass unseen. */
    private static List<Check> unread(Revisions stated) {
        List<Check> checks = new ArrayList<>();
        unread("reversible", stated.reversible() == null ? null : stated.reversible().location(), checks);
        unread("downTo", location(stated.downTo()), checks);
        unread("convergent", location(stated.convergent()), checks);
        unread("replayable", location(stated.replayable()), checks);
        unread("populated", stated.populated() == null ? null : stated.populated().location(), checks);
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
