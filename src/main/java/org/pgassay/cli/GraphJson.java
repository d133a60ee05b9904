package org.pgassay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.pgassay.migration.Fault;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;

/** A revision graph and its faults for programs. */
final class GraphJson {

    private GraphJson() {}

    static String of(RevisionGraph graph, List<Fault> faults) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ids(root.putArray("heads"), graph.heads());
        ids(root.putArray("roots"), graph.roots());
        ArrayNode revisions = root.putArray("revisions");
        graph.revisions().forEach(revision -> revision(revisions.addObject(), revision));
        ArrayNode all = root.putArray("faults");
        for (Fault fault : faults) {
            ObjectNode object = all.addObject();
            object.put("fault", fault.kind().word());
            object.put("subject", fault.subject());
            object.put("message", fault.message());
            object.put("help", fault.help());
            ArrayNode places = object.putArray("revisions");
            fault.revisions().forEach(revision -> place(places.addObject(), revision));
        }
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts cannot be written as JSON", e);
        }
    }

    private static void ids(ArrayNode array, List<Revision> revisions) {
        revisions.forEach(revision -> array.add(revision.id()));
    }

    private static void place(ObjectNode object, Revision revision) {
        object.put("id", revision.id());
        object.put("file", revision.file().toString());
        object.put("line", revision.line());
    }

    private static void revision(ObjectNode object, Revision revision) {
        place(object, revision);
        object.put("title", revision.title());
        Path down = revision.down();
        object.put("down", down == null ? null : down.toString());
        revision.parents().forEach(object.putArray("parents")::add);
        revision.dependsOn().forEach(object.putArray("dependsOn")::add);
        revision.labels().forEach(object.putArray("labels")::add);
        object.put("checksum", revision.checksum());
    }
}
