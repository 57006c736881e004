package dev.baton.requests;

import dev.baton.engine.spi.Standstill;
import dev.baton.engine.spi.StandstillObserver;
import dev.baton.outbox.Notices;
import dev.baton.people.People;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the owner of a request that its workflow cannot go on, at most once a day for each request. */
@Component
class StuckMails implements StandstillObserver {

    /** Names a request that stands, and why. */
    record Stuck(
            String personName,
            String title,
            @Nullable String stepName,
            String reason,
            boolean byItself,
            String url,
            String statusUrl) {}

    private static final String TEMPLATE = "stuck";

    private final RequestRows rows;
    private final RequestMails mails;
    private final RequestLinks links;
    private final RequestPictures pictures;
    private final WithoutLinks withoutLinks;
    private final Notices notices;
    private final People people;
    private final Clock clock;

    StuckMails(
            RequestRows rows,
            RequestMails mails,
            RequestLinks links,
            RequestPictures pictures,
            WithoutLinks withoutLinks,
            Notices notices,
            People people,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.links = links;
        this.pictures = pictures;
        this.withoutLinks = withoutLinks;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void stuck(Standstill standstill) {
        rows.find(standstill.request())
                .filter(request -> notices.isFirst(TEMPLATE, request.owner(), request.ref() + " " + today()))
                .ifPresent(request -> mails.sendShowing(
                        pictures.closeUp(request).orElse(null),
                        request,
                        request.owner(),
                        TEMPLATE,
                        new Stuck(
                                people.personOrStranger(request.owner()).firstName(),
                                request.title(),
                                standstill.step(),
                                withoutLinks.in(standstill.reason()),
                                standstill.byItself(),
                                links.page(request.ref()),
                                links.status(request, request.owner()))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
