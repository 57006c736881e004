package dev.baton.inbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attachment without its bytes.
 *
 * @param name the sender's file name, or a made-up one; never empty, without any folder
 * @param type media type such as {@code image/png}, lower-case
 * @param size decoded length in bytes
 * @param inline whether it is a picture or such that the HTML body shows in its place, and no file of its own
 * @param contentId by which the HTML body names it ({@code cid:}, RFC 2392), without angle brackets; null if it has none
 * @param inside the files of an attached mail
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record AttachedFile(
        @JsonInclude String name,
        @JsonInclude String type,
        @JsonInclude long size,
        boolean inline,
        @Nullable String contentId,
        List<AttachedFile> inside) {

    public AttachedFile {
        inside = List.copyOf(inside);
    }

    /** A file that is nothing but that. */
    public AttachedFile(String name, String type, long size) {
        this(name, type, size, false, null, List.of());
    }

    /** As it was written down; what was not is as it mostly is. */
    @JsonCreator
    static AttachedFile read(
            @JsonProperty("name") String name,
            @JsonProperty("type") String type,
            @JsonProperty("size") long size,
            @JsonProperty("inline") @Nullable Boolean inline,
            @JsonProperty("contentId") @Nullable String contentId,
            @JsonProperty("inside") @Nullable List<AttachedFile> inside) {
        return new AttachedFile(
                name, type, size, Boolean.TRUE.equals(inline), contentId, inside == null ? List.of() : inside);
    }

    AttachedFile shown(boolean inPlace) {
        return new AttachedFile(name, type, size, inPlace, contentId, inside);
    }

    /** As every database takes it. */
    AttachedFile readable() {
        return new AttachedFile(
                Readable.text(name, 200),
                Readable.text(type, 100),
                size,
                inline,
                Readable.textOrNull(contentId, 200),
                inside.stream().map(AttachedFile::readable).toList());
    }
}
