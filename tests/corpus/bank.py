"""Sentences for invented answers: by recommendation, by language, and those that begin like a label of the form.

Keeps out: how answers are put together (`answers.py`). Braces are filled there with figures, years and names.
"""

AGENCIES = ("Lighthouse Board", "Ferry Inspectorate", "Coast Guard", "Tide Service", "Ministry of the Sea")
LAWS = (
    "Harbour Lights Act (No. 14 of 2029)",
    "Ferries (Safety) Regulations 2028",
    "Ports Code, section 12 (3)",
    "Decree 17-2029 on pilotage",
)

FACTS = {
    "1.a": (
        "The {agency} inspected {n} of our {m} lamps in {year} and found {k} of them out of order.",
        "Results of the inspections are published every January in the “Lamp Bulletin”.",
        "Under the {law}, a lamp that fails two inspections in a row has to be replaced within 60 days.",
        "An inspection costs about 1,250 crowns, half of which is paid by the port concerned.",
        "Bad weather between November and March and the lack of a second boat remain the main obstacles.",
    ),
    "1.b": (
        "A register of keepers has existed since {year}; it holds {m} names, {k} of them of volunteers.",
        "Every keeper has to confirm his or her entry once a year, or it is taken out after {k} weeks.",
        "The register is kept by the {agency} and may be consulted by harbour masters at any time.",
        "Volunteers receive a certificate, a lamp-oil allowance and free passage on State ferries.",
        "The legal basis is the {law}, as amended in {year}.",
    ),
    "1.c": (
        "We replaced {n} oil lamps with electric ones in {year}; {k} are left on the outer islands.",
        "Groundings fell from {n} in 2028 to {k} in {year}, a decrease of more than half.",
        "The {law} forbids oil lamps in harbours open to ferries from 1 July 2032.",
        "Electric lamps were bought jointly with three neighbouring ports, which lowered the price by 18 per cent.",
        "Spare parts have to be ordered from abroad and take up to {k} months to arrive.",
    ),
    "2.a": (
        "The limit is written on a board on each quay and changed by the ferry master {k} times a day.",
        "At spring tide no ferry may carry more than {m} passengers under the {law}.",
        "The {agency} checked {n} crossings in {year} and fined {k} operators.",
        "Limits are also sent by text message to {m} registered commuters every morning.",
        "Two companies appealed against the limits; both appeals were rejected in {year}.",
    ),
    "2.b": (
        "In {year}, {n} crew members took part in night exercises at Greywater Sound.",
        "The course lasts five days and ends with an examination in which a raft is found without lights.",
        "Trainers came from the {agency} and from two neighbouring countries.",
        "A manual, “Rescue after dusk”, was printed in {m} copies and given to every crew.",
        "Night exercises will be made compulsory by an amendment of the {law}.",
    ),
    "3.a": (
        "The {agency} has been the focal point since 1 March {year}.",
        "Tide tables are sent to {k} harbours on the first working day of each month.",
        "The change of the focal point was notified by a letter of 4 April {year}.",
        "An agreement with {k} neighbouring ports sets out who sends which table, when and in what format.",
        "Requests are answered within {k} working days on average.",
    ),
    "3.b": (
        "Of {n} buoys lost in {year}, {k} were reported within 24 hours.",
        "A duty officer of the {agency} receives reports day and night.",
        "Failure to report a lost buoy is an offence under the {law} and carries a fine of 300 crowns.",
        "A common form for reports was agreed with the harbours downstream in {year}.",
        "Since buoys carry a transmitter, the average delay has fallen to {k} hours.",
    ),
    "3.c": (
        "The law enforcement service of the port of Saltwick keeps {m} pigeons in two lofts.",
        "A trial in {year} showed that {n} of {m} messages arrived within two hours.",
        "Pigeons are used only when the radio has been silent for more than {k} hours.",
        "The {agency} has published guidelines on the care of pigeons under the {law}.",
        "Hawks remain an obstacle on the northern coast.",
    ),
}

# Each begins like a label, a mark or a heading of the form and is an ordinary sentence of an answer.
TRAPS = (
    "Comments from the industry were invited in {year}; {k} of {n} operators replied.",
    "Action taken includes the repair of {n} lamps and the purchase of {k} boats.",
    "Date of entry into force of the {law}: 1 March {year}.",
    "Recommendation (b) was also taken into account when the {law} was drafted.",
    "Issue 2 of the bulletin for {year} explains the rules to the public.",
    "Title 4 of the {law} gives the {agency} the powers that it needs.",
    "Address lists of all keepers were brought up to date in {year}.",
    "Telephone lines to {n} lighthouses were renewed and {k} were added.",
    "Name of the new vessel: “Lady of the Lamps”; it entered into service in {year}.",
    "Contact persons were named in all {k} districts by the {agency}.",
    "Country-wide controls took place on {k} days in {year}.",
    "General comments of the pilots’ union were considered by the {agency}.",
    "Any action taken before {year} was described in our last reply.",
    "E-mail: reports may be sent to reports@lamps.example at any hour.",
    "Please see the {law} for the full text of the rules.",
    "1 July {year} was the date on which the {law} entered into force.",
)
YES_TRAPS = (
    "Yes, the {law} obliges the {agency} to do so every year.",
    "No accident has been recorded since the {law} entered into force in {year}.",
    "YES - since {year} the {agency} has done so in all {k} districts.",
    "Not only the {agency} but also {k} private operators take part.",
)
COLONS = (
    "Results: lamps inspected: {n}; lamps repaired: {k}; cost: 4,300 crowns; time: 09:30 to 16:45 each day.",
    "In short: the law: {law}; the agency: {agency}; the year: {year}.",
    "Ratio of boats to ports: 1:{k}. Source: {agency}: annual report, p. 7.",
)
MAILS = (
    "The focal point may be reached at tides@service.example or, at night, at duty.officer@coast.example.",
    "Tables are available on request (e-mail: tables@tides.example; web: www.tides.example).",
)
NEGATIVE = (
    "No action has been taken so far for lack of funds.",
    "A draft law has been before Parliament since {year}; no measures can be taken until it is adopted.",
    "Not yet. The budget for 2032 provides {n},000 crowns for this purpose.",
    "The recommendation does not concern us at present, as there is no traffic of this kind in our waters.",
    "No. The {agency} sees no need for measures before the review of the {law}.",
    "Comments of the ports are still awaited; nothing has been done in the meantime.",
)
NEUTRAL = (
    "The {agency} is studying the matter and will report to the next Conference.",
    "See our reply to the questionnaire of {year}.",
    "The matter falls within the competence of the {agency} under the {law}.",
)
GENERAL = (
    "We thank the Conference for its work. Our ports follow the recommendations as far as funds allow.",
    "All {k} recommendations adopted at Highbridge are monitored by the {agency}, which reports once a year.",
    "Our waters are frozen for five months of the year, and several recommendations apply only in summer.",
)

OTHER = {
    "es": {
        "facts": (
            "En {year} se inspeccionaron {n} de las {m} instalaciones y se repararon {k}.",
            "La base jurídica es la Ley de Puertos núm. 14, de {year}.",
            "La Junta de Faros publica los resultados cada mes de enero en el «Boletín de Faros».",
            "Persisten obstáculos: el mal tiempo y la falta de una segunda embarcación.",
            "Se capacitó a {n} funcionarios; la dirección de contacto es faros@puertos.example.",
        ),
        "traps": (
            "Observaciones del sector se recibieron en {year}: respondieron {k} de {n} empresas.",
            "Medidas adoptadas antes de {year} se describieron en nuestra respuesta anterior.",
            "Recomendación b): también se tuvo en cuenta al redactar la Ley.",
        ),
        "yes_traps": ("Sí, la Ley núm. 14 lo exige desde {year}.",),
        "negative": (
            "No se han adoptado medidas por falta de fondos.",
            "Un proyecto de ley está en examen desde {year}.",
        ),
        "neutral": ("Véase nuestra respuesta al cuestionario de {year}.",),
        "general": ("Nuestros puertos aplican las recomendaciones en la medida en que lo permiten los fondos.",),
    },
    "fr": {
        "facts": (
            "En {year}, {n} des {m} installations ont été inspectées et {k} ont été réparées.",
            "Le fondement juridique est la loi no 14 de {year} sur les ports.",
            "Le Conseil des phares publie les résultats chaque année en janvier : « Bulletin des phares ».",
            "Les obstacles sont le mauvais temps et l’absence d’un second bateau.",
            "Nous avons formé {n} agents ; adresse électronique : phares@ports.example.",
        ),
        "traps": (
            "Observations reçues en {year} : {k} exploitants sur {n} ont répondu.",
            "Mesures prises avant {year} : voir notre réponse précédente.",
            "Date d’entrée en vigueur de la loi : 1er mars {year}.",
        ),
        "yes_traps": ("Oui, la loi no 14 l’impose depuis {year}.",),
        "negative": (
            "Aucune mesure n’a été prise faute de moyens.",
            "Un projet de loi est à l’examen depuis {year}.",
        ),
        "neutral": ("Voir notre réponse au questionnaire de {year}.",),
        "general": ("Nos ports suivent les recommandations dans la mesure de leurs moyens.",),
    },
    "ru": {
        "facts": (
            "В {year} году проверено {n} из {m} объектов, отремонтировано {k}.",
            "Правовая основа: Закон № 14 от 3 марта {year} года «О портах».",
            "Результаты публикуются ежегодно в январе в «Бюллетене маяков».",
            "Препятствия: непогода с ноября по март и отсутствие второго судна.",
            "Обучено {n} сотрудников; электронная почта: mayaki@ports.example.",
        ),
        "traps": (
            "Комментарии отрасли получены в {year} году: ответили {k} из {n} компаний.",
            "Меры, принятые до {year} года, описаны в предыдущем ответе.",
            "Дата вступления Закона в силу: 1 марта {year} года.",
        ),
        "yes_traps": ("Да, Закон № 14 требует этого с {year} года.",),
        "negative": (
            "Меры не принимались из-за отсутствия средств.",
            "Законопроект находится на рассмотрении с {year} года.",
        ),
        "neutral": ("См. наш ответ на вопросник {year} года.",),
        "general": ("Наши порты выполняют рекомендации по мере наличия средств.",),
    },
}
