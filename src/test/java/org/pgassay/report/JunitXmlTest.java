package org.pgassay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.check.Verdict;
import org.pgassay.report.view.Legible;
import org.pgassay.verify.Report;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

    static List<Report> reports() {
        return JsonReportTest.reports().toList();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasATestCaseForEachResultAndCountsThem(Report report) throws Exception {
        Element suites = parse(report);
        int problems = report.problem() == null ? 0 : 1;

        assertThat(elements(suites, "testcase")).hasSize(report.results().size() + problems);
        assertThat(suites.getAttribute("tests"))
                .isEqualTo(Integer.toString(report.results().size() + problems));
        assertThat(elements(suites, "failure")).hasSize(count(report, Verdict.FAILED) + count(report, Verdict.VACUOUS));
        assertThat(elements(suites, "error")).hasSize(count(report, Verdict.ERRORED) + problems);
        assertThat(elements(suites, "skipped")).hasSize(count(report, Verdict.UNVERIFIED));
        assertThat(elements(suites, "system-out")).hasSize(count(report, Verdict.WAIVED));
        int tests = 0;
        int failures = 0;
        for (Element suite : elements(suites, "testsuite")) {
            tests += Integer.parseInt(suite.getAttribute("tests"));
            failures += Integer.parseInt(suite.getAttribute("failures"));
        }
        assertThat(tests).isEqualTo(report.results().size() + problems);
        assertThat(suites.getAttribute("failures")).isEqualTo(Integer.toString(failures));
    }

    @Test
    void aFailureSaysWhatWhereAndWhatToDo() throws Exception {
        Element testCase = testCase(Reports.rejected(), "documents.client_id", "kontali-erp.tenancy");
        Element failure = elements(testCase, "failure").get(0);

        assertThat(testCase.getAttribute("classname")).isEqualTo("kontali-erp.tenancy.indexed");
        assertThat(testCase.getAttribute("file")).isEqualTo(Reports.FILE);
        assertThat(testCase.getAttribute("line")).isEqualTo("118");
        assertThat(((Element) testCase.getParentNode()).getAttribute("name")).isEqualTo("tenancy");
        assertThat(failure.getAttribute("type")).isEqualTo("FAILED");
        assertThat(failure.getAttribute("message")).startsWith("documents.client_id has no index");
        assertThat(failure.getTextContent())
                .contains("\nexpected: an index that begins with (client_id)\n")
                .contains("\nwhat to do: Create an index on documents (client_id).\n")
                .endsWith("\nstated in: schema-specs/kontali-erp.yaml:118:7");
    }

    @Test
    void whatCouldNotBeTriedIsSkippedWithTheReason() throws Exception {
        Element testCase = testCase(Reports.incomplete(), "vector");

        assertThat(elements(testCase, "skipped").get(0).getAttribute("message"))
                .isEqualTo("The embedded PostgreSQL does not carry the extension vector.");
    }

    @Test
    void aWaivedResultPassesAndSaysSo() throws Exception {
        Element testCase = testCase(Reports.waived(), "fiscal_periods", "kontali-erp.tenancy.row-security");

        assertThat(testCase.getTextContent()).contains("WAIVED\n").contains("Waived until 2027-03-31");
        assertThat(parse(Reports.waived()).getAttribute("failures")).isEqualTo("0");
    }

    @Test
    void aRunThatBrokeIsAnErrorOfItsOwn() throws Exception {
        Element error = elements(testCase(Reports.errored(), "the run is finished"), "error")
                .get(0);

        assertThat(error.getAttribute("message")).startsWith("The PostgreSQL server stopped after 41 checks.↵Its last");
        assertThat(error.getTextContent()).contains("No space left on device");
    }

    @Test
    void hostileNamesStayText() throws Exception {
        List<String> names = elements(parse(Reports.hostile()), "testcase").stream()
                .map(testCase -> testCase.getAttribute("name"))
                .toList();

        for (String name : Reports.hostileNames()) {
            assertThat(names).contains(Legible.line(name + ".FAILED"));
        }
        assertThat(JunitXml.render(Reports.hostile())).doesNotContain("<script").doesNotContain("\r");
    }

    private static Element testCase(Report report, String name) throws Exception {
        return testCase(report, name, "");
    }

    private static Element testCase(Report report, String name, String className) throws Exception {
        return elements(parse(report), "testcase").stream()
                .filter(element -> element.getAttribute("name").equals(name))
                .filter(element -> element.getAttribute("classname").contains(className))
                .findFirst()
                .orElseThrow();
    }

    private static int count(Report report, Verdict verdict) {
        return report.summary().getOrDefault(verdict, 0);
    }

    private static Element parse(Report report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.render(report))))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
