package org.pgassay.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.pgassay.catalog.Digest;
import org.pgassay.diff.Delta;
import org.pgassay.report.templates.JtediffGenerated;
import org.pgassay.report.templates.JtepageGenerated;
import org.pgassay.report.view.DiffView;
import org.pgassay.report.view.Legible;
import org.pgassay.report.view.ReportView;
import org.pgassay.verify.Report;

/**
 * Renders {@code report.html}: one page that needs no other file, no network and no script to be read.
 *
 * <p>The templates in {@code src/main/jte} are compiled at build time; the page is a call of the class that comes of
 * them, so that nothing is looked up at run time. The page's policy allows exactly its own style sheet and script, by
 * their hashes: markup that got in by a mistake could run nothing and load nothing.
 */
public final class HtmlReport {

    /** A page takes about this many characters besides its results, and this many a result. */
    private static final int PAGE_CHARACTERS = 40_000;

    private static final int RESULT_CHARACTERS = 500;

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final String POLICY = "default-src 'none'; style-src " + source(STYLE) + "; script-src "
            + source(SCRIPT) + "; base-uri 'none'; form-action 'none'";

    private HtmlReport() {}

    /** The report as an HTML document, with LF line ends; it says UTF-8. */
    public static String render(Report report) {
        StringOutput text = new StringOutput(
                PAGE_CHARACTERS + RESULT_CHARACTERS * report.results().size());
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(text), null, ReportView.of(report), POLICY, STYLE, SCRIPT);
        return text.toString();
    }

    /**
     * A comparison as an HTML document of the same make.
     *
     * @param sql what would bring the right side to the left one; empty where that was not asked for
     */
    public static String render(Delta delta, String sql) {
        StringOutput text = new StringOutput(PAGE_CHARACTERS
                + RESULT_CHARACTERS * delta.comparison().changes().size());
        JtediffGenerated.render(
                new OwaspHtmlTemplateOutput(text), null, delta, DiffView.of(delta), Legible.block(sql), POLICY, STYLE);
        return text.toString();
    }

    private static String source(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Digest.of(text)) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing: build pgAssay anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read: build pgAssay anew", e);
        }
    }
}
