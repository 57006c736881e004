package dev.baton.inbox;

import dev.baton.shared.Signatures;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Did Baton write it to itself to see how mail fares? Asked before everything else: such a mail looks forged in every way. */
class FromTheDoctor implements Filter {

    private final Signatures signatures;
    private final ApplicationEventPublisher events;

    FromTheDoctor(Signatures signatures, ApplicationEventPublisher events) {
        this.signatures = signatures;
        this.events = events;
    }

    @Override
    public Optional<Verdict> judge(ReceivedMail mail) {
        Optional<DoctorsCode> code = DoctorsCode.in(mail, signatures);
        code.ifPresent(known -> events.publishEvent(DoctorsMail.of(known, mail)));
        return code.map(known -> Verdict.ignored("doctor", known.examination()));
    }
}
