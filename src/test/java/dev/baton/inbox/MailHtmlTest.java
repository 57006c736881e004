package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MailHtmlTest {

    /** The first assertion fails when jsoup no longer does, and the second reading can go. */
    @Test
    void whatJsoupFailsOnIsReadWithoutItsLooks() {
        String html = "<p>Please <b>approve</b> it &amp; go on.</p>" + "<b><i><font>".repeat(170)
                + "<b><i></font><div><div><font>Thanks";

        assertThat(catchThrowable(() -> Jsoup.parse(html))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(MailHtml.parse(html).body().text()).isEqualTo("Please approve it & go on. Thanks");
        assertThat(HtmlText.plain(html)).isEqualTo("Please approve it & go on.\n\nThanks");
    }
}
