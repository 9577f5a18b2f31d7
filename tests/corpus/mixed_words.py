"""What forms mixed at random say: printed words in four languages, and answers, many of which begin like labels.

Keeps out: how they are put together (`mixed.py`).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The printed words of a form in one language; `leads` stand before marks, `requests` before answers."""

    yes: str
    no: str
    country: str
    agency: tuple[str, str]
    date: tuple[str, str]
    recommendation: str
    action: str
    comment: str
    reply: str
    issue: str
    leads: tuple[str, ...]
    requests: tuple[str, ...]


WORDS = {
    "en": Words(
        "Yes",
        "No",
        "Country",
        ("Agency", "Port Authority"),
        ("Date of submission", "12 May 2031"),
        "Recommendation",
        "Action taken",
        "Comments",
        "Reply",
        "Theme",
        ("", "Action taken: ", "Implemented: ", "Has this recommendation been implemented? "),
        ("", "Comments:", "If yes, please specify:", "Please provide details:", "Measures taken, results achieved:"),
    ),
    "fr": Words(
        "Oui",
        "Non",
        "Pays",
        ("Organisme", "Autorité portuaire"),
        ("Date de présentation", "12 mai 2031"),
        "Recommandation",
        "Mesures prises",
        "Observations",
        "Réponse",
        "Thème",
        ("", "Mesures prises : "),
        ("", "Observations :", "Si oui, veuillez préciser :"),
    ),
    "es": Words(
        "Sí",
        "No",
        "País",
        ("Organismo", "Autoridad portuaria"),
        ("Fecha de presentación", "12 de mayo de 2031"),
        "Recomendación",
        "Medidas adoptadas",
        "Observaciones",
        "Respuesta",
        "Tema",
        ("", "Medidas adoptadas: "),
        ("", "Observaciones:", "En caso afirmativo, sírvase especificar:"),
    ),
    "ru": Words(
        "Да",
        "Нет",
        "Страна",
        ("Ведомство", "Портовое управление"),
        ("Дата представления", "12 мая 2031 года"),
        "Рекомендация",
        "Принятые меры",
        "Комментарии",
        "Ответ",
        "Тема",
        ("", "Принятые меры: "),
        ("", "Комментарии:", "Если да, просьба пояснить:"),
    ),
}
ANSWERS = {
    "en": (
        "We inspected 14 lights in 2030 and mended three of them.",
        "No lights were out of order in 2030.",
        "Yes, in part: the northern ports were done first.",
        "In 2030, 14 courses were held.\nA further 3 courses are planned.",
        "First, lists were drawn up; second, they were sent to Velland.",
        "Pilots are trained as follows:\n• in the harbour of Saltwick;\n• at the school of Port Mila.",
        "(i) lists are kept; (ii) lists are shared.",
        "1. The register is on line.\n2. The register is free of charge.",
        "There is a telephone line, open day and night (call 112).",
        "Action: joint searches with Velland in May 2030.",
        "Under way.",
        "The Agency is responsible for training (see its report of 2030).",
        "Recommendations of the conference were sent to all ports.",
        "Country reports were sent to the Secretariat.",
        "Not only pilots but also fishers are trained.",
        "Yes/no questions were put to 300 pilots.",
        "Comments of the ministry were taken into account.",
        "Lack of funds; planned for 2032.",
        "2030: 14 lights; 2031: 12 lights",
    ),
    "fr": (
        "Nous avons contrôlé 14 feux en 2030 et réparé trois d’entre eux.",
        "Faute de moyens, la formation a été reportée à 2032.",
        "Le registre est en ligne depuis mars 2030.",
        "Les listes sont envoyées chaque semaine à Velland.",
        "Un projet de loi est à l’étude.",
        "Un numéro d’appel est ouvert jour et nuit.",
        "Non seulement les pilotes mais aussi les pêcheurs sont formés.",
        "En cours.",
    ),
    "es": (
        "En 2030 revisamos 14 luces y reparamos tres.",
        "Por falta de fondos, la capacitación se aplazó hasta 2032.",
        "El registro está en línea desde marzo de 2030.",
        "Las listas se envían cada semana a Velland.",
        "Se estudia un proyecto de ley.",
        "Hay un teléfono abierto día y noche.",
        "No solo los prácticos, también los pescadores reciben cursos.",
        "En curso.",
    ),
    "ru": (
        "В 2030 году мы проверили 14 огней и починили три из них.",
        "Из-за нехватки средств обучение отложено до 2032 года.",
        "Реестр доступен в сети с марта 2030 года.",
        "Списки передаются Велланду каждую неделю.",
        "Законопроект находится на рассмотрении.",
        "Телефон работает круглосуточно.",
        "Не только лоцманы, но и рыбаки проходят обучение.",
        "В процессе.",
    ),
}
ENDINGS = {
    "none": (),
    "signed": ("Ada Lamp", "Director, Port Authority"),
    "thanks": ("We thank the Secretariat for its work.",),
    "end": ("*** End of questionnaire ***",),
}
