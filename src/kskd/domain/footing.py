"""What a rule or a clock stands on."""

from enum import StrEnum


class Footing(StrEnum):
    """What a rule stands on: the text of the law, what follows from it, a setting, an evaluation, a paper."""

    LAW = "law"
    INFERENCE = "inference"
    SETTING = "setting"
    EVALUATION = "evaluation"
    PAPER = "paper"


FOOTING_NAMES = {
    Footing.LAW: "bunyi peraturan",
    Footing.INFERENCE: "simpulan dari peraturan",
    Footing.SETTING: "pengaturan kantor",
    Footing.EVALUATION: "kesepakatan dalam evaluasi",
    Footing.PAPER: "bunyi naskah",
}
