package dev.baton.inbox;

import dev.baton.inbox.DeliveryReport.Action;
import dev.baton.inbox.DeliveryReport.Recipient;
import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mail servers write that know no RFC 3464: qmail, Exim, old sendmail, Exchange, Notes and the large providers. */
final class FreeTextBounce {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST = 20_000;

    private static final Pattern FAILED = Pattern.compile(
            "undeliver(able|ed)|delivery (status notification|failure|has failed|failed|report|incomplete)|returned mail"
                    + "|returned to sender|mail delivery (failed|failure|problem)|could ?n(o|')t be delivered|failure notice"
                    + "|qmail-send|address not found|permanent (fatal )?errors?|mail system error|message not delivered"
                    + "|did not reach|unable to deliver|delivery to the following|was not delivered|message blocked"
                    + "|unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|non remis|échec de|n'a pas pu être|non distribué"
                    + "|no se (ha )?p(udo|odido)|no entregad|non recapitat|mancata consegna|impossibile recapitare"
                    + "|niet (worden )?(bezorgd|afgeleverd)|onbestelbaar|não (pôde|foi|p[ôo]de ser) (ser )?entregue|falha na entrega"
                    + "|nie (można|udało|została|zostało)|niedostarcz|kunde inte levereras|kan inte levereras|olevererat"
                    + "|не (удалось|доставлен|может быть доставлен)|недоставлен|退信|无法(投递|送达)|未能送达|无法发送|投递失败"
                    + "|配信(不能|できません|エラー)|送信できません|届けることができません|送信エラー",
            FLAGS);
    private static final Pattern DELAYED = Pattern.compile(
            "delay(ed)?\\b|not yet been delivered|will (keep trying|be retried|continue to try)|still (being )?(tr(ied|ying)|undelivered)"
                    + "|warning: (could not send|message)|do not need to resend|verzögert|retard[ée]|retrasad|ritardat|vertraagd"
                    + "|atrasad|opóźnion|försenat|задерж|延迟|遅延",
            FLAGS);
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[- \\t>]{0,100}(below this line is a copy of the message|this is a copy of (the|your) message"
                    + "|(the )?original (message|mail)( headers)?( follows)?[-: \\t]{0,100}$|unsent message below|enclosed is a copy"
                    + "|message header follows|return-path: |received: |message-id: )");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,8}", FLAGS);

    private FreeTextBounce() {}

    /** Whether this mail of a mail server says that a mail was not delivered. */
    static boolean isOne(ReceivedMail mail) {
        return mail.headers().has("X-Failed-Recipients")
                || FAILED.matcher(mail.subject()).find()
                || DELAYED.matcher(mail.subject()).find()
                || FAILED.matcher(human(mail)).find()
                || DELAYED.matcher(human(mail)).find();
    }

    /** Every address that the report names, with the words that follow it. */
    static List<Recipient> recipients(ReceivedMail mail) {
        String text = human(mail);
        Action action =
                DELAYED.matcher(mail.subject()).find() || DELAYED.matcher(text).find() ? Action.DELAYED : Action.FAILED;
        Map<EmailAddress, String> told = new LinkedHashMap<>();
        mail.headers().every("X-Failed-Recipients").stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .forEach(found -> EmailAddress.parse(found.group()).ifPresent(address -> told.put(address, "")));
        List<MatchResult> found =
                new ArrayList<>(ADDRESS.matcher(text).results().limit(100).toList());
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? lineStart(text, found.get(i + 1).start()) : text.length();
            int start = lineStart(text, found.get(i).start());
            String words = text.substring(start, Math.max(found.get(i).end(), Math.min(end, start + 600)));
            EmailAddress.parse(found.get(i).group())
                    .ifPresent(address -> told.merge(address, words, (before, more) -> before + "\n" + more));
        }
        mail.sender().ifPresent(told::remove);
        return told.entrySet().stream()
                .map(each -> recipient(each.getKey(), action, each.getValue().isEmpty() ? text : each.getValue()))
                .toList();
    }

    private static Recipient recipient(EmailAddress address, Action action, String words) {
        Optional<String> status = DeliveryReports.found(words);
        String line = Readable.text(words.replaceAll("\\s+", " ").strip(), 500);
        return new Recipient(address, null, action, status.orElse(null), line);
    }

    private static int lineStart(String text, int position) {
        return text.lastIndexOf('\n', position) + 1;
    }

    /** What the server says, without the mail that it sends back below. */
    private static String human(ReceivedMail mail) {
        String all = Reports.words(mail);
        String text = all.substring(0, Math.min(all.length(), LONGEST));
        Matcher copy = COPY.matcher(text);
        return copy.find() && copy.start() > 0 ? text.substring(0, copy.start()) : text;
    }
}
