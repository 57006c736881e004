package dev.baton.inbox;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail programs call a charset, and the wider set that they fill under that name (for the most part as the WHATWG
 * Encoding standard maps them).
 */
final class CharsetNames {

    /** Names that say only that their writer did not know. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "default",
            "unknown",
            "unknown8bit",
            "xunknown",
            "none",
            "null",
            "undefined",
            "binary",
            "8bit",
            "7bit",
            "ansi",
            "xuserdefined",
            "charset",
            "auto",
            "text");

    private static final Map<String, String> WIDE = Map.ofEntries(
            Map.entry("ascii", "windows-1252"),
            Map.entry("usascii", "windows-1252"),
            Map.entry("ansix341968", "windows-1252"),
            Map.entry("iso88591", "windows-1252"),
            Map.entry("88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("l1", "windows-1252"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("latin5", "windows-1254"),
            Map.entry("latin9", "ISO-8859-15"),
            Map.entry("iso885911", "x-windows-874"),
            Map.entry("tis620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb231280", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("xgbk", "GB18030"),
            Map.entry("euccn", "GB18030"),
            Map.entry("cngb", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("ms936", "GB18030"),
            Map.entry("windows936", "GB18030"),
            Map.entry("chinese", "GB18030"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("ksc56011992", "x-windows-949"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("ms949", "x-windows-949"),
            Map.entry("windows949", "x-windows-949"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("xsjis", "windows-31j"),
            Map.entry("mskanji", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("windows932", "windows-31j"),
            Map.entry("xeucjp", "EUC-JP"),
            Map.entry("big5", "x-MS950-HKSCS"),
            Map.entry("xbig5", "x-MS950-HKSCS"),
            Map.entry("xxbig5", "x-MS950-HKSCS"),
            Map.entry("big5hkscs", "x-MS950-HKSCS"),
            Map.entry("cp950", "x-MS950-HKSCS"),
            Map.entry("cnbig5", "x-MS950-HKSCS"),
            Map.entry("koi8ru", "KOI8-U"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("xmaccyrillic", "x-MacCyrillic"),
            Map.entry("xmacce", "x-MacCentralEurope"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode11utf8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("ucs2", "UTF-16"),
            Map.entry("iso10646ucs2", "UTF-16"));

    /** A code page by its number, however the words around it are written. */
    private static final Pattern CODE_PAGE =
            Pattern.compile("(?:x|cs)?(?:cp|ibm|dos|ms|windows|win|mswin|codepage)?0*(\\d{3,5})");

    private static final Pattern ISO = Pattern.compile("(?:x|cs)?(?:iso|is)?8859(\\d{1,2})(?:[a-z]\\w*)?");

    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 500;

    private CharsetNames() {}

    /** The charset to read with, or nothing if the name is unknown or says nothing. */
    static Optional<Charset> of(String declared) {
        Optional<Charset> known = KNOWN.get(declared);
        if (known != null) {
            return known;
        }
        Optional<Charset> found = found(bare(declared), declared.strip());
        if (KNOWN.size() < MOST_KNOWN && declared.length() < 60) {
            KNOWN.put(declared, found);
        }
        return found;
    }

    /** Whether the name says nothing, so that it is no fault not to know it. */
    static boolean saysNothing(String declared) {
        return NOTHING.contains(bare(declared));
    }

    /** The letters and digits of the name alone, lower-case. */
    static String bare(String declared) {
        StringBuilder bare = new StringBuilder();
        String start = declared.length() > 60 ? declared.substring(0, 60) : declared;
        for (char c : start.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                bare.append(c);
            } else if (!bare.isEmpty()
                    && ";, (".indexOf(c) >= 0
                    && !bare.toString().equals("utf")) {
                break;
            }
        }
        return bare.toString().replaceFirst("^charset(?=.)", "");
    }

    private static Optional<Charset> found(String bare, String declared) {
        if (NOTHING.contains(bare)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (WIDE.containsKey(bare)) {
            names.add(WIDE.get(bare));
        } else if (bare.startsWith("cs") && WIDE.containsKey(bare.substring(2))) {
            names.add(WIDE.get(bare.substring(2)));
        }
        Matcher iso = ISO.matcher(bare);
        if (iso.matches()) {
            String name = "iso8859" + iso.group(1);
            names.add(WIDE.getOrDefault(name, "ISO-8859-" + iso.group(1)));
        }
        names.add(declared);
        Matcher page = CODE_PAGE.matcher(bare);
        if (page.matches()) {
            String number = page.group(1);
            String wide = WIDE.get("cp" + number);
            names.addAll(wide == null ? List.of() : List.of(wide));
            boolean windowsFirst = number.startsWith("125") || bare.contains("win");
            names.add(windowsFirst ? "windows-" + number : "IBM" + number);
            names.addAll(List.of("windows-" + number, "IBM" + number, "IBM00" + number, "x-IBM" + number));
        }
        names.addAll(List.of(bare, "x-" + bare));
        return names.stream().flatMap(name -> supported(name).stream()).findFirst();
    }

    private static Optional<Charset> supported(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
