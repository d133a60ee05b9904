package org.pgassay.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Counterpart;
import org.pgassay.check.parity.ParitySection;
import org.pgassay.check.parity.ParitySection.ParitySpec;
import org.pgassay.diff.Side;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.SpecException;

/** Reads the schema that a spec's own is compared with. */
final class Counterparts {

    /** No other schema was asked for. */
    static final Outcome NONE = new Outcome(null, "the spec names no schema to compare with");

    private Counterparts() {}

    /**
     * The other schema, or why it could not be had.
     *
     * @param missing why not; empty if it is there
     */
    record Outcome(@Nullable Counterpart counterpart, String missing) {}

    /**
     * Reads it.
     *
     * @param server whose version the other schema is made on, if it has to be made
     * @throws SpecException if the spec names nothing that can be compared
     */
    static Outcome read(
            Spec spec, PostgresServer server, ServerPool servers, VerifyOptions options, Progress progress) {
        return read(spec, server, servers, options, progress, System.getenv());
    }

    static Outcome read(
            Spec spec,
            PostgresServer server,
            ServerPool servers,
            VerifyOptions options,
            Progress progress,
            Map<String, String> environment) {
        @Nullable ParitySpec parity = spec.section(ParitySection.class).parity();
        if (parity == null) {
            return NONE;
        }
        SourceText with = parity.with();
        Optional<SideSource> source = source(spec, with, environment);
        if (source.isEmpty()) {
            return new Outcome(
                    null,
                    "the environment has no variable " + with.text().substring(1)
                            + ", which is to hold the JDBC URL of the database to compare with");
        }
        try {
            Side side = new SideReader(servers, options, progress)
                    .read(source.get(), server.majorVersion(), spec.schemas());
            return new Outcome(
                    new Counterpart(
                            with.text().startsWith("$") ? side.label() : with.text(),
                            side.catalog(),
                            side.majorVersion(),
                            side.respelt(),
                            side.unseen().stream()
                                    .map(each -> new Counterpart.Hidden(
                                            each.key() == null ? null : each.key().name(), each.why()))
                                    .toList()),
                    "");
        } catch (SchemaException e) {
            return new Outcome(null, "there is nothing to compare with: " + e.getMessage());
        }
    }

    /** Nothing if the environment does not say; a file is looked for beside the spec. */
    private static Optional<SideSource> source(Spec spec, SourceText with, Map<String, String> environment) {
        try {
            if (!with.text().startsWith("$")) {
                if (with.text().contains("://")) {
                    throw new IllegalArgumentException(
                            "a URL does not belong into a spec, because it tells where one of many databases is, and often a"
                                    + " password. Put it into an environment variable, and write $NAME here");
                }
                return Optional.of(SideSource.file(spec.file().resolveSibling(Path.of(with.text()))));
            }
            return Optional.ofNullable(environment.get(with.text().substring(1)))
                    .filter(url -> !url.isBlank())
                    .map(SideSource::parse);
        } catch (IllegalArgumentException e) {
            throw new SpecException(
                    List.of(new Problem(with.location(), String.valueOf(e.getMessage()))), spec.sources());
        }
    }
}
