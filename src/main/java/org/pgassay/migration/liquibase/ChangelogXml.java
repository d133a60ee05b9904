package org.pgassay.migration.liquibase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a changelog in XML. No DTD is read and no external entity, so that the file can reach nothing else. */
final class ChangelogXml extends DefaultHandler {

    private static final int DEPTH = 100;

    private final Path file;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable Element root;

    private ChangelogXml(Path file) {
        this.file = file;
    }

    /** An element that is not closed yet. */
    private record Open(
            String name, Map<String, String> attributes, List<Element> children, StringBuilder text, int line) {

        Element closed() {
            return new Element(name, attributes, children, text.toString().strip(), line);
        }
    }

    /**
     * The root element of a file.
     *
     * @throws MigrationException if it is no XML, or holds a DTD
     */
    static Element read(Path file) throws IOException {
        ChangelogXml handler = new ChangelogXml(file);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(Files.readAllBytes(file))), handler);
        } catch (SAXParseException e) {
            throw new MigrationException(
                    file + ":" + Math.max(1, e.getLineNumber()) + ": the changelog cannot be read: " + e.getMessage());
        } catch (SAXException e) {
            throw new MigrationException(file + ":1: the changelog cannot be read: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has such a parser", e);
        }
        if (handler.root == null) {
            throw new MigrationException(file + ":1: the changelog is empty");
        }
        return handler.root;
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).isEmpty()) {
                values.put(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
        int line = locator == null ? 1 : locator.getLineNumber();
        if (open.size() >= DEPTH) {
            throw new MigrationException(file + ":" + line + ": the elements are nested more than " + DEPTH
                    + " levels deep: this is no changelog");
        }
        open.push(new Open(name, values, new ArrayList<>(), new StringBuilder(), line));
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        Element closed = open.pop().closed();
        if (open.isEmpty()) {
            root = closed;
        } else {
            open.peek().children().add(closed);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!open.isEmpty()) {
            open.peek().text().append(characters, start, length);
        }
    }
}
