package dev.baton.outbox;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.AWTError;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes PNG of SVG. What draws is Java's own, which needs a font and sometimes is not there at all, as on servers without
 * fontconfig; no mail waits for that. It is loaded with the first picture and not before.
 */
@Component
class Drawing {

    private static final Logger log = LoggerFactory.getLogger(Drawing.class);

    /** Characters; ours have some ten thousand. */
    private static final int LARGEST_SVG = 400_000;

    /** Pixels of the SVG to each side; a mail is at most 600 wide. */
    private static final float LONGEST_SIDE = 1_200;

    /** Bytes; with less than that a mail stays one that a phone fetches at once. */
    private static final int LARGEST_PNG = 200_000;

    /** Screens of phones have two pixels and more where a page counts one. */
    private static final int SHARPNESS = 2;

    /** The picture; nothing if it cannot be drawn here, or is too large for a mail. */
    Optional<byte[]> png(String svg) {
        if (svg.length() > LARGEST_SVG) {
            return Optional.empty();
        }
        try {
            return drawn(svg).filter(png -> png.length <= LARGEST_PNG);
        } catch (RuntimeException | IOException | LinkageError | InternalError | AWTError failed) {
            log.warn("A picture of a mail was not drawn, its words go in its place: {}", failed.toString());
            return Optional.empty();
        }
    }

    private static Optional<byte[]> drawn(String svg) throws IOException {
        LoaderContext nothingFromElsewhere = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .build();
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(ServerFonts.in(svg).getBytes(StandardCharsets.UTF_8)),
                        null,
                        nothingFromElsewhere);
        if (document == null) {
            return Optional.empty();
        }
        float width = document.size().width;
        float height = document.size().height;
        if (!(width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE)) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(
                Math.round(width * SHARPNESS), Math.round(height * SHARPNESS), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            ViewBox all = new ViewBox(image.getWidth(), image.getHeight());
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, canvas, all);
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        return ImageIO.write(image, "png", png) ? Optional.of(png.toByteArray()) : Optional.empty();
    }
}
