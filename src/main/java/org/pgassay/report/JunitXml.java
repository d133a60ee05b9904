package org.pgassay.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.Legible;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.Result;

/**
 * Renders {@code junit.xml} as CI systems read it: a suite for each family of checks, a test case for each result.
 *
 * <p>What fails or matched nothing is a failure, what broke an error, what could not be tried is skipped with its
 * reason; a waived result passes and says so. A run that could not be finished is an error of its own.
 */
public final class JunitXml {

    private static final String PROBLEM_SUITE = "pgassay";

    private final XMLStreamWriter xml;
    private final Report report;

    private JunitXml(XMLStreamWriter xml, Report report) {
        this.xml = xml;
        this.report = report;
    }

    /** The report as JUnit XML, with LF line ends; its declaration says UTF-8. */
    public static String render(Report report) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's own writer: another one on the class path would write other bytes.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml, Legible.of(report)).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string does not take what is written to it", e);
        }
        return text.append('\n').toString();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", report.spec());
        String problem = report.problem();
        counts(report.results(), problem == null ? 0 : 1);
        long milliseconds =
                report.timings().values().stream().mapToLong(Long::longValue).sum();
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0));
        if (problem != null) {
            problem(problem);
        }
        for (Map.Entry<String, List<Result>> family : families().entrySet()) {
            suite(family.getKey(), family.getValue());
        }
        newLine(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private Map<String, List<Result>> families() {
        return report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> family(result.finding().check()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String family(String check) {
        int slash = check.indexOf('/');
        return slash < 0 ? check : check.substring(0, slash);
    }

    private void problem(String problem) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", PROBLEM_SUITE);
        counts(List.of(), 1);
        newLine(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", report.spec() + "." + PROBLEM_SUITE);
        xml.writeAttribute("name", "the run is finished");
        outcome("error", problem, "ERRORED", problem);
        newLine(2);
        xml.writeEndElement();
        newLine(1);
        xml.writeEndElement();
    }

    private void suite(String family, List<Result> results) throws XMLStreamException {
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", family);
        counts(results, 0);
        for (Result result : results) {
            testCase(result);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void counts(List<Result> results, int problems) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(results.size() + problems));
        xml.writeAttribute("failures", Long.toString(count(results, Verdict.FAILED) + count(results, Verdict.VACUOUS)));
        xml.writeAttribute("errors", Long.toString(count(results, Verdict.ERRORED) + problems));
        xml.writeAttribute("skipped", Long.toString(count(results, Verdict.UNVERIFIED)));
    }

    private static long count(List<Result> results, Verdict verdict) {
        return results.stream()
                .filter(result -> result.finding().verdict() == verdict)
                .count();
    }

    private void testCase(Result result) throws XMLStreamException {
        Finding finding = result.finding();
        newLine(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", report.spec() + "." + finding.check().replace('/', '.'));
        xml.writeAttribute("name", finding.subject());
        xml.writeAttribute("file", finding.location().file());
        xml.writeAttribute("line", Integer.toString(finding.location().line()));
        String message = finding.message();
        String verdict = finding.verdict().name();
        switch (finding.verdict()) {
            case PASSED -> {}
            case FAILED, VACUOUS -> outcome("failure", message, verdict, details(result));
            case ERRORED -> outcome("error", message, verdict, details(result));
            case UNVERIFIED -> outcome("skipped", message, null, "");
            case WAIVED -> {
                newLine(3);
                xml.writeStartElement("system-out");
                xml.writeCharacters("WAIVED\n" + details(result));
                xml.writeEndElement();
            }
        }
        if (finding.verdict() != Verdict.PASSED) {
            newLine(2);
        }
        xml.writeEndElement();
    }

    private void outcome(String element, String message, @Nullable String type, String details)
            throws XMLStreamException {
        newLine(3);
        xml.writeStartElement(element);
        xml.writeAttribute("message", Legible.line(message));
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeCharacters(details);
        xml.writeEndElement();
    }

    private static String details(Result result) {
        Finding finding = result.finding();
        List<String> lines = new ArrayList<>();
        lines.add(finding.message());
        add(lines, "expected: ", finding.expected());
        add(lines, "observed: ", finding.observed());
        add(lines, "what to do: ", finding.help());
        finding.evidence().forEach(line -> add(lines, "evidence: ", line));
        add(lines, "as role: ", result.role());
        add(lines, "stated in: ", finding.location().toString());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(name + value);
        }
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
