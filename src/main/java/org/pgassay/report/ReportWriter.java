package org.pgassay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.verify.Report;
import org.pgassay.verify.Timings;

/** Writes a report in several formats into the folder of its spec. */
public final class ReportWriter {

    private final Path folder;
    private final Set<ReportFormat> formats;

    /** A writer of reports below a folder. */
    public ReportWriter(Path folder, Set<ReportFormat> formats) {
        this.folder = folder;
        this.formats = Set.copyOf(formats);
    }

    /**
     * Deletes the report of an earlier run, so that it cannot be taken for that of a run that broke off.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void clear(String spec) throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            Files.deleteIfExists(folder.resolve(spec).resolve(format.fileName()));
        }
        Files.deleteIfExists(folder.resolve(spec).resolve(CatalogFile.NAME));
    }

    /**
     * Writes the report, the time that this takes among its timings; beside the JSON, the catalog.
     *
     * @return the files, in the formats' order
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Report report, Timings timings) throws IOException {
        Map<ReportFormat, String> rendered = new EnumMap<>(ReportFormat.class);
        timings.time("report", () -> {
            for (ReportFormat format : formats) {
                rendered.put(format, format.render(report));
            }
        });
        Report timed = report.withTimings(timings.milliseconds());
        for (ReportFormat format : formats) {
            rendered.put(format, format.render(timed));
        }
        Path target = folder.resolve(report.spec());
        Files.createDirectories(target);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<ReportFormat, String> entry : rendered.entrySet()) {
            Path file = target.resolve(entry.getKey().fileName());
            Files.writeString(file, entry.getValue());
            files.add(file);
        }
        CatalogFile catalog = report.catalogFile();
        if (catalog != null && formats.contains(ReportFormat.JSON)) {
            Path file = target.resolve(CatalogFile.NAME);
            Files.writeString(file, catalog.text());
            files.add(file);
        }
        return files;
    }
}
