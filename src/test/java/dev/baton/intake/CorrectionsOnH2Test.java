package dev.baton.intake;

class CorrectionsOnH2Test extends CorrectionsContract {}
