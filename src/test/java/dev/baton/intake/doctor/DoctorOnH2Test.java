package dev.baton.intake.doctor;

class DoctorOnH2Test extends DoctorContract {}
