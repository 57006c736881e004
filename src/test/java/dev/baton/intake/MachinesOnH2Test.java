package dev.baton.intake;

class MachinesOnH2Test extends MachinesContract {}
