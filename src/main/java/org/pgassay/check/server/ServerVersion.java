package org.pgassay.check.server;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** The server must be of a version that the schema is for. */
record ServerVersion(String versions, Location location) implements Check {

    static final String ID = "server/version";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "PostgreSQL";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SERVER);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        int major = evidence.server().majorVersion();
        if (VersionRange.parse(versions).accepts(major)) {
            return List.of(new Finding(
                    id(),
                    subject(),
                    Verdict.PASSED,
                    "the server's major version is one that the schema is for.",
                    null,
                    versions,
                    "within " + versions,
                    1,
                    List.of(),
                    location));
        }
        return List.of(Finding.failed(
                this,
                "the server is PostgreSQL " + major + ", and the schema is for " + versions + ".",
                "Verify on a version that the schema is for (--postgres), or widen 'version'.",
                versions,
                String.valueOf(major)));
    }
}
