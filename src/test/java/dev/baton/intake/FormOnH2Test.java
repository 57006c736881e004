package dev.baton.intake;

class FormOnH2Test extends FormContract {}
