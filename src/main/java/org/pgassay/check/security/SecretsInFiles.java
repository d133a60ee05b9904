package org.pgassay.check.security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.secrets.SecretScanner;
import org.pgassay.secrets.Sighting;
import org.pgassay.spec.Location;

/** No file of those that the spec names holds a secret; what is found is told by its place and kind, never itself. */
record SecretsInFiles(List<FileSelection> selections, List<Allowance> allowed, Location location) implements Check {

    static final String ID = "security/secrets-in-files";

    /** As many places as a message takes. */
    private static final int SHOWN = 5;

    SecretsInFiles {
        selections = List.copyOf(selections);
        allowed = List.copyOf(allowed);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return selections.stream().map(FileSelection::name).collect(Collectors.joining(", "));
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Allowance.Ledger ledger = new Allowance.Ledger(allowed);
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FileSelection selection : selections) {
            findings.addAll(scanned(selection, ledger, seen));
        }
        findings.addAll(ledger.stale(this));
        return findings;
    }

    private List<Finding> scanned(FileSelection selection, Allowance.Ledger ledger, Set<String> seen) {
        List<FileSelection.Selected> files;
        try {
            files = selection.files();
        } catch (IOException e) {
            return List.of(Finding.unverified(
                            this,
                            "not tried: a folder of " + selection.name() + " cannot be read.",
                            "Make the files readable.")
                    .about(selection.name())
                    .at(selection.location()));
        }
        if (files.isEmpty() && selection.unseen().isEmpty()) {
            return List.of(vacuous(selection, " names no file, so nothing was looked through."));
        }
        List<ScannedFile> scanned = files.stream()
                .filter(file -> seen.add(file.name()))
                .map(ScannedFile::of)
                .toList();
        if (scanned.isEmpty() && selection.unseen().isEmpty()) {
            return List.of(vacuous(selection, " names no file that another place does not name already."));
        }
        List<Finding> findings = new ArrayList<>();
        for (ScannedFile file : scanned) {
            file.sightings().forEach((kind, sightings) -> {
                if (!ledger.accepts(file.name(), kind)) {
                    findings.add(found(file, kind, sightings).at(selection.location()));
                }
            });
            if (!file.unread().isEmpty()) {
                findings.add(Finding.unverified(
                                this,
                                file.name() + " was not looked through: " + file.unread() + ".",
                                "Make it readable, or leave it out of what the spec names.")
                        .about(file.name())
                        .at(selection.location()));
            }
        }
        selection.unseen().forEach(what -> findings.add(unseen(selection, what)));
        return findings.isEmpty() ? List.of(passed(selection, scanned, ledger)) : findings;
    }

    private Finding vacuous(FileSelection selection, String what) {
        String patterns = selection.patterns().isEmpty() ? "" : " (" + String.join(", ", selection.patterns()) + ")";
        return Finding.failed(
                        this,
                        selection.name() + patterns + what,
                        "Correct the pattern, which is relative to the spec's folder, or take it out.",
                        "at least one file",
                        "none")
                .as(Verdict.VACUOUS)
                .about(selection.name())
                .at(selection.location());
    }

    private Finding unseen(FileSelection selection, String what) {
        return Finding.unverified(
                        this,
                        "not tried: " + what + " is no file, so what it writes was not looked through.",
                        "Add text-columns to 'noSecretsIn': what is written then is looked through in the tables.")
                .about(selection.name())
                .at(selection.location());
    }

    private Finding found(ScannedFile file, String kind, List<Sighting> sightings) {
        String title = SecretScanner.standard().kinds().getOrDefault(kind, kind);
        List<String> places =
                sightings.stream().map(each -> file.name() + ":" + each.place()).toList();
        String more = places.size() > SHOWN ? " and " + (places.size() - SHOWN) + " more" : "";
        return Finding.failed(
                        this,
                        file.name() + " holds a secret in plain text: " + title + " at "
                                + places.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more + ".",
                        "Revoke it, take it out of the file and its history, and hand it over when the file is run;"
                                + " or name it under 'allow' with the reason why it is no secret.",
                        "no secret",
                        places.size() + " of kind " + kind)
                .about(file.name() + " (" + kind + ")")
                .with(places.stream().map(place -> place + " " + kind).toList());
    }

    private Finding passed(FileSelection selection, List<ScannedFile> files, Allowance.Ledger ledger) {
        List<ScannedFile> binary = files.stream().filter(ScannedFile::binary).toList();
        int looked = files.size() - binary.size();
        if (looked == 0) {
            return Finding.unverified(
                            this,
                            "not tried: " + selection.name() + " names binary files only ("
                                    + files.get(0).name() + (files.size() > 1 ? ", …" : "")
                                    + "), which are not looked through.",
                            "Name files of text.")
                    .about(selection.name())
                    .at(selection.location());
        }
        List<String> lines = new ArrayList<>(ledger.lines());
        binary.forEach(file -> lines.add("binary, not looked through: " + file.name()));
        return Finding.passed(
                        this,
                        "looked through " + looked + (looked == 1 ? " file" : " files") + " of " + selection.name()
                                + ": no secret in plain text"
                                + (binary.isEmpty() ? "." : "; " + binary.size() + " binary were passed over."),
                        "no secret",
                        looked)
                .about(selection.name())
                .at(selection.location())
                .with(lines);
    }

    /** The kinds that the scanner knows. */
    static Map<String, String> kinds() {
        return SecretScanner.standard().kinds();
    }
}
