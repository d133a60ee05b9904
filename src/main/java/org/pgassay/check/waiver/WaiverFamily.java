package org.pgassay.check.waiver;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Glob;
import org.pgassay.check.waiver.WaiverSection.WaiverSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;

/** Accepted failures: each must be in force, and needed. */
public final class WaiverFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/waiver/schema.json";

    private final List<String> waivable;

    /** The family, beside others whose findings can be waived. */
    public WaiverFamily(List<Family> others) {
        waivable = others.stream()
                .flatMap(family -> family.kinds().stream())
                .map(CheckKind::id)
                .filter(Waiver::waivable)
                .toList();
    }

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(WaiverSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(WaiverInForce.ID, WaiverInForce.class), new CheckKind(WaiverUsed.ID, WaiverUsed.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        for (WaiverSpec waiver : spec.section(WaiverSection.class).waivers()) {
            String check = waiver.check().text();
            String subject = waiver.subject().text();
            Glob glob = Glob.of(check);
            if (waivable.stream().noneMatch(glob::matches)) {
                problems.add(new Problem(waiver.check().location(), unmatched(check)));
            } else if (everything(check) && everything(subject)) {
                problems.add(new Problem(
                        waiver.location(), "this waives every failure there may be; name the check or the subject"));
            }
            Location former = seen.putIfAbsent(check + " " + subject, waiver.location());
            if (former != null) {
                problems.add(new Problem(waiver.location(), "this is waived twice: it stands already at " + former));
            }
            blank(waiver.reason(), "say why it is accepted", problems);
            blank(waiver.approvedBy(), "say who accepts it", problems);
            date(waiver.expires(), problems);
        }
        return problems;
    }

    private String unmatched(String check) {
        if (!Waiver.waivable(check)) {
            return "'" + check
                    + "' cannot be waived: it is what keeps a run from passing without having tried anything";
        }
        return "'" + check + "' matches no kind of check" + Suggestions.didYouMean(check, waivable)
                + "; 'pgassay explain' lists them";
    }

    private static boolean everything(String glob) {
        return glob.chars().allMatch(c -> c == '*' || c == '?' || c == '/');
    }

    private static void blank(SourceText text, String help, List<Problem> problems) {
        if (text.text().isBlank()) {
            problems.add(new Problem(text.location(), "found empty text: " + help));
        }
    }

    private static void date(SourceText expires, List<Problem> problems) {
        try {
            LocalDate.parse(expires.text());
        } catch (DateTimeParseException e) {
            problems.add(new Problem(
                    expires.location(), "'" + expires.text() + "' is no day of the calendar; write it as 2027-03-31"));
        }
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Check> checks = new ArrayList<>();
        for (Waiver waiver : Waiver.of(spec)) {
            checks.add(new WaiverInForce(waiver));
            checks.add(new WaiverUsed(waiver));
        }
        return List.copyOf(checks);
    }
}
