package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Act;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Item;
import org.pgassay.verify.Report.Provenance;
import org.pgassay.verify.Report.Work;

/** A history in the words of reports, in which the spec's first schema goes without saying. */
final class Deliveries {

    private final History history;
    private final Pattern schema;

    Deliveries(History history, String firstSchema) {
        this.history = history;
        this.schema = Pattern.compile("(^| )" + Pattern.quote(Identifiers.quote(firstSchema)) + "\\.");
    }

    /** What a revision did; null where that was not recorded. */
    @Nullable
    Work work(String revision) {
        return history.of(revision).map(this::work).orElse(null);
    }

    private Work work(Deeds deeds) {
        List<String> harms = new ArrayList<>();
        deeds.acts().stream().map(Act::what).map(this::shown).distinct().forEach(harms::add);
        return new Work(
                deeds.commands(),
                names(deeds.made()),
                names(deeds.changed()),
                names(deeds.dropped()),
                deeds.locks().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(lock -> lock.getValue().word() + " on " + shown(lock.getKey()))
                        .orElse(null),
                harms);
    }

    private List<String> names(List<Item> items) {
        return items.stream()
                .map(item -> item.kind() + " " + shown(item.identity()))
                .toList();
    }

    /** Which revisions each object goes back to. */
    List<Provenance> provenance() {
        return history.objects().stream()
                .map(object -> new Provenance(
                        object.item().kind(), shown(object.item().identity()), object.made(), object.changed()))
                .toList();
    }

    private String shown(String identity) {
        return schema.matcher(identity).replaceAll("$1");
    }
}
