package org.pgassay.check.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What a schema needs of its server. */
public final class ServerFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(ServerVersion.ID, ServerVersion.class),
                new CheckKind(ServerExtension.ID, ServerExtension.class),
                new CheckKind(RoleApplication.ID, RoleApplication.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return List.of();
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Check> checks = new ArrayList<>();
        SourceText version = spec.postgres().version();
        if (version != null) {
            checks.add(new ServerVersion(version.text(), version.location()));
        }
        spec.postgres().extensions().stream()
                .distinct()
                .forEach(extension -> checks.add(new ServerExtension(extension.text(), extension.location())));
        String application = spec.roles().application();
        if (application != null) {
            checks.add(new RoleApplication(application, spec.roles().location()));
        }
        return List.copyOf(checks);
    }
}
