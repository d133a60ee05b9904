package org.pgassay.migration.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.migration.Login;

/**
 * How a tool is started.
 *
 * @param folder where
 * @param urlVariable the environment variable in which it is given the database's URL
 * @param urlScheme what that URL begins with, without {@code ://}
 * @param environment further variables, which win over all others
 * @param timeLimit how long one run of it may take
 */
public record ToolSettings(
        Path folder, String urlVariable, String urlScheme, Map<String, String> environment, Duration timeLimit) {

    /** The {@code application_name} of a tool's sessions, where the tool lets libpq choose it. */
    static final String SESSION = "pgassay tool";

    /** Copies the map. */
    public ToolSettings {
        environment = Map.copyOf(environment);
    }

    /** A process of the tool that works on a database, not started yet. */
    public ToolProcess process(List<String> command, Login login) {
        return new ToolProcess(command, folder, variables(login), timeLimit, List.of(login.password()));
    }

    /** The same with another time limit. */
    public ToolSettings within(Duration limit) {
        return new ToolSettings(folder, urlVariable, urlScheme, environment, limit);
    }

    private Map<String, String> variables(Login login) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", login.host());
        variables.put("PGPORT", Integer.toString(login.port()));
        variables.put("PGUSER", login.user());
        variables.put("PGPASSWORD", login.password());
        variables.put("PGDATABASE", login.database());
        variables.put("PGOPTIONS", login.options());
        variables.put("PGAPPNAME", SESSION);
        variables.put(urlVariable, url(login));
        variables.putAll(environment);
        return variables;
    }

    /** The URL of a database, which holds the password. */
    public String url(Login login) {
        String host = login.host().contains(":") ? "[" + login.host() + "]" : login.host();
        return urlScheme + "://" + encoded(login.user()) + ":" + encoded(login.password()) + "@" + host + ":"
                + login.port() + "/" + encoded(login.database());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
