package dev.baton.outbox;

/** A template cannot be used for a mail; says which, where and why. */
public class BrokenTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TemplateFinding finding;

    BrokenTemplateException(TemplateFinding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    /** What is wrong with it. */
    public TemplateFinding finding() {
        return finding;
    }
}
