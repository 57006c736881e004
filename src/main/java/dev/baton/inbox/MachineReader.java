package dev.baton.inbox;

import java.util.Optional;

/** Recognises one kind of mail that machines write. A reader is a filter whose verdict carries what it has read. */
interface MachineReader extends Filter {

    Optional<? extends MachineMail> read(ReceivedMail mail);

    @Override
    default Optional<Verdict> judge(ReceivedMail mail) {
        return read(mail).map(Verdict::machine);
    }
}
