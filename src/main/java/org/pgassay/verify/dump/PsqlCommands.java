package org.pgassay.verify.dump;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The psql commands of a script: those that do nothing to the database are left out, the others are refused. */
final class PsqlCommands {

    private static final Pattern COMMAND = Pattern.compile("(?s)\\\\(\\S*)\\s*(.*?)\\s*");

    /** They only say what psql shows, and where. The two that restrict psql stand around each dump since August 2025. */
    private static final Set<String> OF_THE_SCREEN = Set.of(
            "restrict",
            "unrestrict",
            "echo",
            "qecho",
            "warn",
            "timing",
            "pset",
            "t",
            "a",
            "x",
            "f",
            "H",
            "C",
            "T",
            "html",
            "o",
            "out",
            "p",
            "print",
            "r",
            "reset",
            "s",
            "errverbose",
            "conninfo",
            "encoding",
            ".");

    /** Variables of psql's own that do not change what a script does to a database if nothing in it fails. */
    private static final Set<String> VARIABLES = Set.of(
            "ON_ERROR_STOP",
            "ON_ERROR_ROLLBACK",
            "QUIET",
            "ECHO",
            "ECHO_HIDDEN",
            "VERBOSITY",
            "SHOW_CONTEXT",
            "SHOW_ALL_RESULTS",
            "FETCH_COUNT",
            "HIDE_TABLEAM",
            "HIDE_TOAST_COMPRESSION",
            "PROMPT1",
            "PROMPT2",
            "PROMPT3",
            "HISTCONTROL",
            "HISTFILE",
            "HISTSIZE",
            "IGNOREEOF",
            "COMP_KEYWORD_CASE");

    private PsqlCommands() {}

    /** What is done with a command; encodings are judged by {@link DumpFile} already. */
    static Treatment of(String command, DumpFile file) {
        String word = word(command);
        String rest = rest(command);
        if (target(command).isPresent()) {
            return new Treatment.NewSession();
        } else if (word.equals("encoding")) {
            return encoding(rest.replace("'", ""), file);
        } else if (word.equals("set") || word.equals("unset")) {
            String variable = rest.split("\\s", 2)[0];
            return rest.isEmpty() || VARIABLES.contains(variable)
                    ? Treatment.harmless("it sets how psql works")
                    : new Treatment.Refuse("psql puts the value of the variable " + variable + " wherever :" + variable
                            + " stands. Write the values into the SQL.");
        } else if (word.equals("q") || word.equals("quit")) {
            return new Treatment.Refuse(
                    "psql would stop here, and not run what follows. Take out the command, or what follows it.");
        } else if (OF_THE_SCREEN.contains(word)) {
            return Treatment.harmless("it is a command to psql, and does nothing to the database");
        }
        return new Treatment.Refuse("this is a psql command, which only psql understands. Write it as SQL"
                + (word.equals("copy") ? ", with COPY … FROM stdin" : "")
                + (word.startsWith("i") ? ", or put the other file's content in its place" : "") + ".");
    }

    /** What is done with a statement or command that says in which encoding the file is. */
    static Treatment encoding(String name, DumpFile file) {
        return name.isEmpty() || file.isIn(name)
                ? Treatment.harmless("the file was read as " + file.encoding())
                : new Treatment.Refuse("the file says that it is in " + file.encoding() + " and in " + name
                        + ". Write it in one encoding.");
    }

    /** The database that a command connects to, or how it is named there. */
    static Optional<String> target(String command) {
        String word = word(command);
        return word.equals("c") || word.equals("connect") ? Optional.of(database(rest(command))) : Optional.empty();
    }

    /** Names with blanks or signs come as a connection string with {@code dbname='…'}. */
    private static String database(String rest) {
        Matcher named = Pattern.compile("dbname=\\\\?'(.*?)\\\\?'").matcher(rest);
        String plain = rest.replaceFirst("^-reuse-previous=\\w+\\s+", "");
        return named.find() ? named.group(1) : plain.split("\\s", 2)[0].replace("\"", "");
    }

    private static String word(String command) {
        Matcher matcher = COMMAND.matcher(command);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String rest(String command) {
        Matcher matcher = COMMAND.matcher(command);
        return matcher.matches() ? matcher.group(2) : "";
    }
}
