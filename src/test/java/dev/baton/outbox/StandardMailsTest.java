package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every standard mail as it goes out, kept beside this test: what people read is reviewed like code. */
class StandardMailsTest {

    private static final Set<String> WITHOUT_REQUEST = Set.of(
            "sign-in",
            "mail-missing",
            "unknown-reference",
            "refused",
            "quarantine",
            "template-broken",
            "answer-back",
            "digest",
            "weekly",
            "which-task");
    private static final MailTemplates TEMPLATES = Templates.in(Path.of("mail-templates"));

    static Stream<String> mails() {
        return StandardMails.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void readsAsApproved(String name) {
        RenderedMail mail = render(name);
        Approvals.verify("Subject: " + mail.subject() + "\n\n" + mail.text(), kept(name, ".txt"));
        Approvals.verify(mail.html(), kept(name, ".html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "stuck.by-itself", "weekly"})
    void withAPictureReadsAsApproved(String name) {
        RenderedMail mail = render(name, new MailPicture("<svg/>", "The work is at: Check the brief.", 480));
        Approvals.verify(mail.text(), kept(name + ".picture", ".txt"));
        Approvals.verify(mail.html(), kept(name + ".picture", ".html"));
    }

    private static RenderedMail render(String name) {
        return render(name, null);
    }

    private static RenderedMail render(String name, @Nullable MailPicture picture) {
        String template = name.replaceFirst("\\..*", "");
        String reference = WITHOUT_REQUEST.contains(template) ? null : "PAGE-7";
        Envelope envelope = new Envelope(
                reference,
                "lena@example.com",
                "requests+k@example.com",
                "https://baton.example.com/q/5d",
                picture == null ? null : picture.shown());
        return TEMPLATES.render(template, StandardMails.all().get(name), envelope);
    }

    private static Options kept(String name, String extension) {
        return new Options(QuietReporter.INSTANCE)
                .forFile()
                .withBaseName("mails/" + name)
                .forFile()
                .withExtension(extension);
    }

    @Test
    void noStandardMailIsLeftOut() {
        Set<String> shown =
                mails().map(name -> name.replaceFirst("\\..*", "")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(TEMPLATES.names());
        there.removeAll(Set.of("layout", "parts"));
        assertThat(shown).isEqualTo(there);
    }

    @Test
    void noStandardTemplateHasAFinding() {
        assertThat(TEMPLATES.check()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyLinkIsInTheTextToo(String name) {
        RenderedMail mail = render(name);
        assertThat(Jsoup.parse(mail.html()).select("a[href^=http]").eachAttr("href"))
                .allSatisfy(url -> assertThat(mail.text()).contains(url));
    }
}
