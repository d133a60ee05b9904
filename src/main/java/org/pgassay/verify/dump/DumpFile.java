package org.pgassay.verify.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;

/**
 * The text of a dump and its statements.
 *
 * @param encoding the name of its encoding as the dump has it
 */
record DumpFile(Path path, String text, String encoding, List<Statements.Statement> statements) {

    /** Beyond that, reading the whole text would take more memory than a Java program may expect. */
    private static final long MOST_BYTES = 512L << 20;

    private static final Pattern ENCODING = Pattern.compile(
            "(?im)^[ \\t]*(set[ \\t]+client_encoding[ \\t]*(=|to\\b)|\\\\encoding)[ \\t]*'?([\\w-]+)'?[ \\t]*;?[ \\t]*\\r?$");

    private static final Pattern FROM = Pattern.compile("(?m)^-- Dumped from database version (([0-9]{1,3})\\b[^\\s(]*)");

    private static final Pattern BY = Pattern.compile("(?m)^-- Dumped by pg_dump version (([0-9]{1,3})\\b[^\\s(]*)");

    private static final String PLAIN = " Make an SQL text of it, with ";

    /** What a file begins with that is no SQL text, and what makes one of it. */
    private static final Map<String, String> OTHER_FORMATS = Map.of(
            "PGDMP", "is a dump in pg_dump's custom format." + PLAIN + "pg_restore --file=dump.sql FILE",
            "toc.dat\0", "is a dump in pg_dump's tar format." + PLAIN + "pg_restore --file=dump.sql FILE",
            "\u001f\u008b", "is compressed." + PLAIN + "gunzip",
            "(\u00b5/\u00fd", "is compressed." + PLAIN + "unzstd",
            "\u0004\"M\u0018", "is compressed." + PLAIN + "unlz4",
            "\u00fe\u00ff", "is UTF-16 text." + PLAIN + "iconv -f UTF-16 -t UTF-8",
            "\u00ff\u00fe", "is UTF-16 text." + PLAIN + "iconv -f UTF-16 -t UTF-8");

    /** PostgreSQL's names of encodings in capitals without signs, and Java's. Source: manual, "Character Set Support". */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("UTF8", "UTF-8"),
            Map.entry("UNICODE", "UTF-8"),
            // Bytes of which nobody knows what they mean; if they are not UTF-8, they cannot be read.
            Map.entry("SQLASCII", "UTF-8"),
            Map.entry("LATIN1", "ISO-8859-1"),
            Map.entry("LATIN2", "ISO-8859-2"),
            Map.entry("LATIN3", "ISO-8859-3"),
            Map.entry("LATIN4", "ISO-8859-4"),
            Map.entry("LATIN5", "ISO-8859-9"),
            Map.entry("LATIN7", "ISO-8859-13"),
            Map.entry("LATIN9", "ISO-8859-15"),
            Map.entry("ISO88595", "ISO-8859-5"),
            Map.entry("ISO88596", "ISO-8859-6"),
            Map.entry("ISO88597", "ISO-8859-7"),
            Map.entry("ISO88598", "ISO-8859-8"),
            Map.entry("WIN866", "IBM866"),
            Map.entry("WIN1250", "windows-1250"),
            Map.entry("WIN1251", "windows-1251"),
            Map.entry("WIN1252", "windows-1252"),
            Map.entry("WIN1253", "windows-1253"),
            Map.entry("WIN1254", "windows-1254"),
            Map.entry("WIN1255", "windows-1255"),
            Map.entry("WIN1256", "windows-1256"),
            Map.entry("WIN1257", "windows-1257"),
            Map.entry("WIN1258", "windows-1258"),
            Map.entry("KOI8R", "KOI8-R"),
            Map.entry("KOI8U", "KOI8-U"),
            Map.entry("EUCJP", "EUC-JP"),
            Map.entry("EUCKR", "EUC-KR"),
            Map.entry("EUCCN", "GB2312"),
            Map.entry("SJIS", "Shift_JIS"),
            Map.entry("BIG5", "Big5"),
            Map.entry("GBK", "GBK"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("UHC", "x-windows-949"));

    /**
     * Reads a file.
     *
     * @throws DumpException if it cannot be read, is no SQL text, or cannot be split into statements
     */
    static DumpFile read(Path path) {
        byte[] bytes = bytes(path);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        OTHER_FORMATS.forEach((begin, what) -> {
            if (latin.startsWith(begin)) {
                throw DumpException.of(path, "the file " + what.replace("FILE", String.valueOf(path.getFileName())) + ".");
            }
        });
        int nul = latin.indexOf('\0');
        if (nul >= 0) {
            throw DumpException.at(
                    path, Statements.lineOf(latin, nul), "the file holds a NUL: it is no SQL text. Write it with pg_dump.");
        }
        Matcher encoding = ENCODING.matcher(latin);
        String name = encoding.find() ? encoding.group(3) : "UTF8";
        String text = decoded(path, bytes, name);
        try {
            return new DumpFile(path, text, name, Statements.of(text));
        } catch (SqlSyntaxException e) {
            throw DumpException.at(path, Statements.lineOf(text, e.offset()), e.getMessage() + ".");
        }
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw DumpException.of(
                        path,
                        Files.exists(path.resolve("toc.dat"))
                                ? "this is a dump in pg_dump's directory format." + PLAIN
                                        + "pg_restore --file=dump.sql " + path.getFileName() + "."
                                : "this is a folder. Name an SQL file.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw DumpException.of(
                        path,
                        "the dump has more than " + (MOST_BYTES >> 20)
                                + " MB. Its rows are not needed: dump with pg_dump --schema-only.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw DumpException.of(path, "there is no such file. Correct its name.");
        } catch (IOException e) {
            throw DumpException.of(path, "the file cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String decoded(Path path, byte[] bytes, String encoding) {
        String charset = CHARSETS.getOrDefault(plain(encoding), "");
        if (charset.isEmpty() || !Charset.isSupported(charset)) {
            throw DumpException.of(
                    path,
                    "the dump is in the encoding " + encoding + ", which pgAssay cannot read. Dump with pg_dump"
                            + " --encoding=UTF8.");
        }
        try {
            String text = Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw DumpException.of(
                    path,
                    "the file is not in the encoding " + encoding + ", as which it is to be read. Dump with pg_dump"
                            + " --encoding=UTF8, or convert the file to UTF-8 and set client_encoding to UTF8.");
        }
    }

    /** Names of encodings are told by their letters and digits. */
    private static String plain(String encoding) {
        return encoding.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Whether an encoding is that in which the file was read. */
    boolean isIn(String other) {
        return plain(other).equals(plain(encoding)) || CHARSETS.getOrDefault(plain(other), other)
                .equals(CHARSETS.get(plain(encoding)));
    }

    /** A version as a dump's head states it. */
    record Origin(int major, String version) {}

    /** The version of the server that it was taken from, if it says so. */
    Optional<Origin> from() {
        return stated(FROM);
    }

    /** The version of the pg_dump that wrote it, if it says so. */
    Optional<Origin> by() {
        return stated(BY);
    }

    /** It is said in a comment, and those stand between statements: nothing among the rows is one. */
    private Optional<Origin> stated(Pattern pattern) {
        int from = 0;
        for (Statements.Statement statement : statements) {
            Matcher said = pattern.matcher(text).region(from, statement.offset());
            if (said.find()) {
                return Optional.of(new Origin(Integer.parseInt(said.group(2)), said.group(1)));
            }
            from = statement.end();
        }
        return Optional.empty();
    }
}
