package org.pgassay.verify.attest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.catalog.CatalogFileException;

/** Finds the verified catalog of a report: {@code fingerprint.json} itself, or beside its {@code report.json}. */
public final class VerifiedReport {

    private static final String REPORT = "report.json";

    private VerifiedReport() {}

    /**
     * Reads it.
     *
     * @param report the file, the {@code report.json} beside it, or the folder of both
     * @param anyVerdict whether a run that did not verify the whole spec will do
     * @throws AttestException if there is none, it was changed, it is of another run than the report beside it, or its run
     *     verified nothing
     */
    public static CatalogFile read(Path report, boolean anyVerdict) {
        Path file = Files.isDirectory(report) ? report.resolve(CatalogFile.NAME) : report;
        if (!Files.exists(report)) {
            throw wrong(report + " does not exist. Name the folder of a report, such as reports/shop.");
        }
        String text = Files.exists(file) ? text(file) : "";
        boolean itself = CatalogFile.isOne(text) || file.endsWith(CatalogFile.NAME);
        Path found = itself ? file : file.resolveSibling(CatalogFile.NAME);
        if (!itself && !isReport(text)) {
            throw wrong(report + " is no report. Name the " + CatalogFile.NAME + " or " + REPORT
                    + " that pgassay verify wrote, or their folder.");
        }
        if (!Files.exists(found)) {
            throw wrong("there is no " + found + ". A run that was not finished writes none, nor one without the format"
                    + " json. Verify again.");
        }
        CatalogFile catalog = catalog(itself ? text : text(found), found);
        Path beside = itself ? found.resolveSibling(REPORT) : file;
        if (Files.exists(beside)) {
            requireSameRun(catalog, found, beside);
        }
        if (!anyVerdict) {
            requireVerified(catalog, found);
        }
        return catalog;
    }

    private static CatalogFile catalog(String text, Path found) {
        try {
            return CatalogFile.read(text, found.toString());
        } catch (CatalogFileException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isReport(String text) {
        try {
            JsonNode json = new ObjectMapper().readTree(text);
            return json.has("verdict") && json.has("fingerprint") && json.has("results");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void requireSameRun(CatalogFile catalog, Path found, Path report) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text(report));
        } catch (JsonProcessingException e) {
            throw wrong(report + " is not JSON that can be read. Verify again.");
        }
        boolean same = json.path("spec").asText().equals(catalog.spec())
                && json.path("verdict").asText().equals(catalog.verdict().name())
                && json.path("fingerprint").asText().equals(catalog.fingerprint());
        if (!same) {
            throw wrong(
                    found + " and " + report + " are not of one run: spec, verdict or fingerprint differ. Verify again,"
                            + " or keep " + CatalogFile.NAME + " in a folder of its own.");
        }
    }

    private static void requireVerified(CatalogFile catalog, Path found) {
        String nothing = ", so that it says of no schema that it is right. Verify again, or compare all the same with"
                + " --any-verdict.";
        if (catalog.verdict() != CatalogFile.Verdict.VERIFIED) {
            throw wrong(found + " is of a run that was " + catalog.verdict() + nothing);
        } else if (!catalog.verified()) {
            throw wrong(found + " is of a run of " + catalog.selection() + nothing);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw wrong(file + " does not exist. Verify again.");
        } catch (CharacterCodingException e) {
            throw wrong(file + " is not UTF-8 text. Take the file that the run wrote, or verify again.");
        } catch (IOException e) {
            throw wrong(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static AttestException wrong(String message) {
        return new AttestException(message, false);
    }
}
