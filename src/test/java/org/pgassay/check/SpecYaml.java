package org.pgassay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** JSON as the YAML that people write: blocks, and lists of texts on one line. */
final class SpecYaml {

    private static final Dump SCALARS = new Dump(DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setWidth(10_000)
            .setSplitLines(false)
            .build());

    private SpecYaml() {}

    /** A mapping as a document. */
    static String of(JsonNode mapping) {
        StringBuilder text = new StringBuilder();
        block(mapping, "", text);
        return text.toString();
    }

    /** A value on one line. */
    static String line(JsonNode value) {
        return SCALARS.dumpToString(plain(value)).strip();
    }

    private static void block(JsonNode mapping, String indent, StringBuilder text) {
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
            text.append(indent)
                    .append(SCALARS.dumpToString(entry.getKey()).strip())
                    .append(':');
            JsonNode value = entry.getValue();
            if (isBlock(value)) {
                text.append('\n');
                block(value, indent + "  ", text);
            } else if (value.isArray() && value.has(0) && value.get(0).isContainerNode()) {
                text.append('\n');
                value.forEach(item ->
                        text.append(indent).append("  - ").append(line(item)).append('\n'));
            } else {
                text.append(' ').append(line(value)).append('\n');
            }
        }
    }

    /** Short mappings of a list's items stand on one line, all others in blocks. */
    private static boolean isBlock(JsonNode value) {
        return value.isObject() && !value.isEmpty();
    }

    private static Object plain(JsonNode value) {
        return new ObjectMapper().convertValue(value, Object.class);
    }
}
