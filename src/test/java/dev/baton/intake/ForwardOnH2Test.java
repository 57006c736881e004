package dev.baton.intake;

class ForwardOnH2Test extends ForwardContract {}
