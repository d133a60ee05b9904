package org.pgassay.check.revision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
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
                new CheckKind(AppliedAll.ID, AppliedAll.class),
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
        Revisions stated = spec.section(RevisionSection.class).revisions();
        List<Check> checks = new ArrayList<>(structure(spec, stated));
        locked(spec, stated).ifPresent(checks::add);
        if (stated != null) {
            checks.addAll(ends(stated));
            checks.addAll(applied(stated));
            checks.addAll(Experiments.of(stated, new Names(spec.schemas())));
        }
        return checks;
    }

    /** What keeps a graph from being used is looked for unasked, wherever the tool's files can state it at all. */
    private static List<Check> structure(Spec spec, @Nullable Revisions stated) {
        Location at = stated == null ? spec.migrations().location() : stated.location();
        Allowed allow = stated == null ? null : stated.allow();
        Map<String, SourceText> allowed = allow == null ? Map.of() : allow.redundantParent();
        // An exception that nothing can need must not stand there unseen.
        Stream<Check> exceptions = allow == null ? Stream.of() : Stream.of(new RedundantParent(allowed, at));
        return switch (spec.migrations().runner()) {
            case ALEMBIC ->
                List.of(
                        new MissingParent(at),
                        new CircularRevisions(at),
                        new DuplicateId(at),
                        new UnreachableRevision(at),
                        new RedundantParent(allowed, at));
            case FLYWAY, LIQUIBASE ->
                Stream.concat(Stream.of(new DuplicateId(at)), exceptions).toList();
            // SQL files follow one another by their names: nothing of this can be wrong with them.
            case SQL, COMMAND, NONE -> exceptions.toList();
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
}
