package org.pgassay.check.security;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pgassay.secrets.SecretScanner;
import org.pgassay.secrets.Sighting;

/**
 * What came of looking through a file.
 *
 * @param unread why it was not looked through; empty if it was
 * @param binary whether it holds no text
 * @param sightings by kind
 */
record ScannedFile(String name, String unread, boolean binary, long size, Map<String, List<Sighting>> sightings) {

    private static final int LARGEST = 50_000_000;

    /** As much of a file as says whether it is text. */
    private static final int HEAD = 8192;

    static ScannedFile of(FileSelection.Selected file) {
        try {
            long size = Files.size(file.path());
            if (size > LARGEST) {
                return new ScannedFile(file.name(), "it has more than 50 MB", false, size, Map.of());
            }
            return of(file.name(), Files.readAllBytes(file.path()));
        } catch (IOException e) {
            // The kind of fault says enough; a message would have the machine's path in it.
            return new ScannedFile(
                    file.name(), "it cannot be read (" + e.getClass().getSimpleName() + ")", false, 0, Map.of());
        }
    }

    private static ScannedFile of(String name, byte[] bytes) {
        Charset charset = charset(bytes);
        if (charset.equals(StandardCharsets.UTF_8) && holdsNul(bytes)) {
            return new ScannedFile(name, "", true, bytes.length, Map.of());
        }
        Map<String, List<Sighting>> byKind = new TreeMap<>();
        for (Sighting sighting : SecretScanner.standard().scan(new String(bytes, charset))) {
            byKind.computeIfAbsent(sighting.kind(), kind -> new ArrayList<>()).add(sighting);
        }
        return new ScannedFile(name, "", false, bytes.length, byKind);
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length > 1 ? bytes[0] & 0xff : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean holdsNul(byte[] bytes) {
        for (int i = 0; i < Math.min(HEAD, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
