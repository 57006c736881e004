package dev.baton.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Mails as they come every day: text and HTML beside it, some 10 KB, with quotes, in several languages. */
final class OrdinaryMails {

    private record Tongue(String subject, String text, String wrote, String name) {}

    private static final List<Tongue> TONGUES = List.of(
            new Tongue(
                    "Re: Landing page for the fair",
                    "Thank you for the draft. The headline is too long for phones, please shorten it and send it again.",
                    "On Mon, 2 Mar 2026 at 10:00, %s <nadia@example.com> wrote:",
                    "Nadia Berg"),
            new Tongue(
                    "AW: Landingpage für die Messe",
                    "vielen Dank für den Entwurf. Die Überschrift ist für Telefone zu lang, bitte kürzen und noch einmal schicken.",
                    "Am Mo., 2. März 2026 um 10:00 Uhr schrieb %s <nadia@example.com>:",
                    "Jörg Müller"),
            new Tongue(
                    "Re : Page d'accueil du salon",
                    "merci pour l'ébauche. Le titre est trop long pour les téléphones, veuillez le raccourcir et le renvoyer.",
                    "Le lun. 2 mars 2026 à 10:00, %s <nadia@example.com> a écrit :",
                    "Hélène Dupré"),
            new Tongue(
                    "RE: Página para la feria",
                    "gracias por el borrador. El título es demasiado largo para los teléfonos, por favor acórtelo y envíelo otra vez.",
                    "El lun, 2 mar 2026 a las 10:00, %s (<nadia@example.com>) escribió:",
                    "Íñigo Muñoz"),
            new Tongue(
                    "Re: Страница для выставки",
                    "спасибо за черновик. Заголовок слишком длинный для телефонов, сократите его и пришлите ещё раз.",
                    "пн, 2 мар. 2026 г. в 10:00, %s <nadia@example.com>:",
                    "Надя Берг"),
            new Tongue(
                    "回复：展会落地页", "谢谢你的草稿。标题对手机来说太长了，请缩短后再发一次。", "%s <nadia@example.com> 于2026年3月2日周一 10:00写道：", "王小明"),
            new Tongue(
                    "Re: 展示会のページ",
                    "原稿をありがとうございます。見出しが電話には長すぎますので、短くしてもう一度送ってください。",
                    "2026年3月2日(月) 10:00 %s <nadia@example.com>:",
                    "髙橋さくら"));

    private OrdinaryMails() {}

    static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < TONGUES.size() * 10; i++) {
            all.add(mail(TONGUES.get(i % TONGUES.size()), i));
        }
        return all;
    }

    private static byte[] mail(Tongue tongue, int number) {
        StringBuilder plain = new StringBuilder();
        StringBuilder html =
                new StringBuilder("<html><head><style>p {margin: 0}</style></head><body><div dir=\"ltr\">");
        String wrote = tongue.wrote().replace("%s", tongue.name());
        plain.append(tongue.text())
                .append("\r\n\r\n")
                .append(tongue.name())
                .append("\r\n\r\n")
                .append(wrote)
                .append("\r\n\r\n");
        html.append("<p>")
                .append(tongue.text())
                .append("</p><p>")
                .append(tongue.name())
                .append("</p></div><br>")
                .append("<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">")
                .append(wrote.replace("<", "&lt;").replace(">", "&gt;"))
                .append("<br></div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 0.8ex\">");
        for (int i = 0; bytes(plain) < 3_000; i++) {
            plain.append("> ").append(i).append(": ").append(tongue.text()).append("\r\n>\r\n");
            html.append("<p style=\"font-family: Arial\">")
                    .append(i)
                    .append(": ")
                    .append(tongue.text())
                    .append("</p>\r\n");
        }
        html.append("</blockquote></div></body></html>");
        String headers =
                "Received: from mx.example.com by mail.example.org with ESMTPS id abc; Mon, 2 Mar 2026 09:00:00 +0000\r\n"
                                .repeat(4)
                        + "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=x; h=from:to; bh=" + "QUJD".repeat(10)
                        + "; b="
                        + "REVG".repeat(40) + "\r\n"
                        + "From: " + word(tongue.name()) + " <person" + number + "@example.com>\r\n"
                        + "To: =?utf-8?Q?Baton?= <requests+task.abc@example.com>\r\n"
                        + "Subject: " + word(tongue.subject()) + "\r\n"
                        + "Message-ID: <" + number + ".a@mail.example.com>\r\n"
                        + "In-Reply-To: <1.b@example.com>\r\nReferences: <0.b@example.com>\r\n <1.b@example.com>\r\n"
                        + "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n";
        return (headers + "Content-Type: multipart/alternative; boundary=\"000000000000b\"\r\n\r\n"
                        + "--000000000000b\r\nContent-Type: text/plain; charset=\"UTF-8\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8))
                        + "\r\n--000000000000b\r\nContent-Type: text/html; charset=\"UTF-8\"\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + html.toString().replace("=", "=3D")
                        + "\r\n--000000000000b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String word(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
