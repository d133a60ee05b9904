package org.pgassay.check.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** An extension that the schema needs must be installed; where the server does not have it, that is UNVERIFIED. */
record ServerExtension(String extension, Location location) implements Check {

    static final String ID = "server/extension";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return Identifiers.quote(extension);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SERVER, Need.CATALOG);
    }

    /** Without the extension nothing is migrated, and there is no catalog: the reason is what the server said. */
    @Override
    public Optional<Finding> untried(Evidence evidence) {
        return evidence.server().unavailableExtensions().stream()
                .filter(each -> each.name().equals(extension))
                .findFirst()
                .map(missing -> Finding.unverified(
                        this,
                        "the extension " + subject() + " cannot be had on this server: " + missing.reason() + ".",
                        "Name an image that has it under postgres.image and use --database testcontainers, or give the"
                                + " URL of a server that has it."));
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Extension> installed = evidence.catalog().extensions().stream()
                .filter(each -> each.name().equals(extension))
                .findFirst();
        return List.of(
                installed.isPresent()
                        ? Finding.passed(
                                this, "the extension " + subject() + " is installed.", "extension " + subject(), 1)
                        : Finding.failed(
                                this,
                                "the extension " + subject() + " is not installed in the database.",
                                "Run CREATE EXTENSION " + subject() + ".",
                                "extension " + subject(),
                                "none"));
    }
}
