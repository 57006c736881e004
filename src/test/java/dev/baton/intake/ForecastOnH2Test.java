package dev.baton.intake;

class ForecastOnH2Test extends ForecastContract {}
