package dev.baton.bench.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** {@code docs/process-owners.md} as a page: it travels with the program, so that its readers need no repository. */
@Component
class Guide {

    /** Where it lies among the resources, with its pictures and example files. */
    static final String FOLDER = "guide/";

    private final String title;
    private final String html;

    Guide() throws IOException {
        String text = new ClassPathResource(FOLDER + "process-owners.md").getContentAsString(StandardCharsets.UTF_8);
        List<Extension> extensions = List.of(TablesExtension.create());
        Document page = Jsoup.parseBodyFragment(HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(text)));
        Element heading = page.selectFirst("h1");
        this.title = heading == null ? "" : heading.text();
        page.select("h1").remove();
        page.select("h2, h3").forEach(each -> each.id(anchor(each.text())));
        page.select("img").forEach(Guide::shown);
        page.select("a[href]").forEach(Guide::led);
        page.select("pre").attr("tabindex", "0").addClass("source");
        this.html = page.body().html();
    }

    /** Its first heading. */
    public String title() {
        return title;
    }

    /** All below that, in the program's own words only. */
    public String html() {
        return html;
    }

    private static void shown(Element image) {
        String source = image.attr("src");
        image.attr("src", "/bench/guide/" + source).attr("loading", "lazy");
    }

    /** Links within the guide lead on; files beside it are downloaded; what lies elsewhere in the repository is only named. */
    private static void led(Element link) {
        String to = link.attr("href");
        if (to.startsWith("guide/")) {
            link.attr("href", "/bench/" + to).attr("download", true);
        } else if (!to.startsWith("#") && !to.startsWith("https://")) {
            link.unwrap();
        }
    }

    /** As repositories make them, so that links between headings work in both. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }
}
