package org.pgassay.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message of OpenPGP (RFC 9580), of which the packets' kinds and lengths are read.
 *
 * @param tags the packets' kinds, in order
 * @param session whether it begins with the key of the session, for a passphrase or for a public key
 * @param whole whether the last one ends where the message does
 * @param random whether what the last one holds looks random
 */
record PgpMessage(List<Integer> tags, boolean session, boolean whole, boolean random) {

    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    private static final int PUBLIC_KEY_SESSION = 1;
    private static final int PASSPHRASE_SESSION = 3;
    private static final int COMPRESSED = 8;
    private static final int ENCRYPTED = 9;
    private static final int LITERAL = 11;
    private static final int PROTECTED = 18;
    private static final int AEAD = 20;

    /** The message that a value is, if it begins as one. */
    static Optional<PgpMessage> of(String value) {
        String stripped = value.strip();
        Optional<byte[]> bytes;
        if (stripped.startsWith(ARMOUR)) {
            bytes = armoured(stripped);
        } else if (!value.isEmpty() && value.charAt(0) >= 0x80) {
            bytes = Optional.of(Bytes.raw(value));
        } else {
            bytes = Bytes.decoded(stripped);
        }
        return bytes.filter(each -> each.length > 2).map(PgpMessage::read).filter(message -> begins(message.tags()));
    }

    /** Without the headers before the empty line, and the checksum in the last one. */
    private static Optional<byte[]> armoured(String text) {
        int end = text.indexOf(END);
        String body =
                text.substring(ARMOUR.length(), end < 0 ? text.length() : end).replace("\r", "");
        int headers = body.indexOf("\n\n");
        String coded = (headers < 0 ? body : body.substring(headers)).strip().replaceFirst("\\n=[A-Za-z0-9+/]{4}$", "");
        return end < 0 ? Optional.of(new byte[0]) : Bytes.base64(coded);
    }

    private static boolean begins(List<Integer> tags) {
        return !tags.isEmpty()
                && List.of(PUBLIC_KEY_SESSION, PASSPHRASE_SESSION, COMPRESSED, ENCRYPTED, LITERAL, PROTECTED, AEAD)
                        .contains(tags.get(0));
    }

    private static PgpMessage read(byte[] bytes) {
        List<Integer> tags = new ArrayList<>();
        byte[] content = new byte[0];
        boolean session = false;
        int at = 0;
        while (at < bytes.length && (bytes[at] & 0x80) != 0 && tags.size() < 50) {
            boolean newFormat = (bytes[at] & 0x40) != 0;
            tags.add(newFormat ? bytes[at] & 0x3f : (bytes[at] >> 2) & 0x0f);
            long[] span = newFormat ? newSpan(bytes, at + 1) : oldSpan(bytes, at);
            long end = span[0] + span[1];
            if (span[1] < 0 || end > bytes.length || end <= at) {
                return new PgpMessage(tags, session, false, false);
            }
            content = Arrays.copyOfRange(bytes, (int) span[0], (int) end);
            session |= tags.size() == 1 && isSession(tags.get(0), content);
            at = (int) end;
        }
        return new PgpMessage(tags, session, at == bytes.length, Bytes.random(content));
    }

    private static boolean isSession(int tag, byte[] body) {
        int version = body.length == 0 ? 0 : body[0];
        return tag == PASSPHRASE_SESSION
                ? version >= 4 && version <= 6
                : tag == PUBLIC_KEY_SESSION && (version == 3 || version == 6);
    }

    /** Where a packet's body begins and how long it is; a body in pieces is taken for one that goes to the end. */
    private static long[] newSpan(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return new long[] {at, -1};
        }
        int first = bytes[at] & 0xff;
        if (first < 192) {
            return new long[] {at + 1L, first};
        } else if (first < 224 && at + 1 < bytes.length) {
            return new long[] {at + 2L, ((first - 192L) << 8) + (bytes[at + 1] & 0xff) + 192};
        } else if (first == 255) {
            return new long[] {at + 5L, number(bytes, at + 1, 4)};
        }
        return new long[] {at + 1L, bytes.length - at - 1L};
    }

    private static long[] oldSpan(byte[] bytes, int at) {
        int kind = bytes[at] & 3;
        if (kind == 3) {
            return new long[] {at + 1L, bytes.length - at - 1L};
        }
        int width = 1 << kind;
        return new long[] {at + 1L + width, number(bytes, at + 1, width)};
    }

    private static long number(byte[] bytes, int at, int width) {
        if (at + width > bytes.length) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = (number << 8) | (bytes[at + i] & 0xff);
        }
        return number;
    }

    /** What is wrong with it; nothing where it is encrypted and whole. */
    Optional<String> fault() {
        int last = tags.get(tags.size() - 1);
        if (tags.stream().anyMatch(tag -> tag == LITERAL || tag == COMPRESSED)) {
            return Optional.of("PGP that is packed, not encrypted");
        } else if (!whole || !session || (last != ENCRYPTED && last != PROTECTED && last != AEAD)) {
            return Optional.of("PGP that was cut or damaged");
        }
        return random ? Optional.empty() : Optional.of("PGP in form only: what it holds can be read");
    }
}
