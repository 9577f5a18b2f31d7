"""An invented meeting, its register and its recommendations in four languages, and what a filled-in form says.

Keeps out: the answers themselves (`answers.py`) and everything about Word files. No respondent here exists.
"""

import re
from dataclasses import dataclass, field

CONTACT = ("name", "title", "address", "telephone", "fax", "email")

REGISTER = """\
code,name,name_in_text,sort_key,kind,groups,aliases
OSM,Osmark,Osmark,Osmark,member_state,COAST,Kingdom of Osmark
VEL,Republic of Velland,the Republic of Velland,Velland,member_state,COAST,Velland
TAR,Taralia,Taralia,Taralia,member_state,COAST,Federation of Taralia;Таралия
KES,Kestan (Island Republic of),the Island Republic of Kestan,Kestan,member_state,COAST,Kestan;Island Republic of Kestan
MIR,Côte de Mirel,Côte de Mirel,Côte de Mirel,member_state,COAST,Cote de Mirel
ZAR,Zarechia,Zarechia,Zarechia,member_state,COAST,Заречье;Republic of Zarechia
LUM,"Luma, Taralia","Luma, Taralia","Luma, Taralia",special_region,COAST,Luma
HCI,Harbour Council of the Isles,the Harbour Council of the Isles,Harbour Council of the Isles,organization,,
"""

TITLES = {
    "en": (
        "Lighthouses and the lights of small harbours",
        "Safety of ferries on short crossings",
        "Exchange of information among harbour masters",
    ),
    "es": (
        "Los faros y las luces de los puertos pequeños",
        "Seguridad de los transbordadores en trayectos cortos",
        "Intercambio de información entre capitanes de puerto",
    ),
    "fr": (
        "Les phares et les feux des petits ports",
        "Sécurité des bacs sur les traversées courtes",
        "Échange d’informations entre capitaines de port",
    ),
    "ru": (
        "Маяки и огни малых гаваней",
        "Безопасность паромов на коротких переправах",
        "Обмен информацией между начальниками портов",
    ),
}

RECOMMENDATIONS = {
    "en": {
        "1.a": "Governments are encouraged to inspect the lamps of every lighthouse at least once a year and to "
        "publish the results of the inspections.",
        "1.b": "Governments should establish a national register of lighthouse keepers, including keepers who work on "
        "a voluntary basis, and keep it up to date.",
        "1.c": "With a view to reducing the number of groundings, Governments are urged to replace oil lamps with "
        "electric lamps in all harbours open to ferries.",
        "2.a": "Ferry authorities are invited to limit the number of passengers according to the state of the tide and "
        "to announce the limit on the quay.",
        "2.b": "Governments are encouraged to train ferry crews in the rescue of passengers at night, in cooperation "
        "with the harbour masters of neighbouring countries.",
        "3.a": "Governments should designate a focal point for the exchange of tide tables and inform the Harbour "
        "Office of any change of that focal point.",
        "3.b": "Harbour masters are urged to report the loss of buoys to the harbours downstream within 24 hours of "
        "the loss being noticed.",
        "3.c": "Governments should consider the use of homing pigeons as a reserve means of communication when the law "
        "enforcement services of a harbour cannot be reached by radio.",
    },
    "es": {
        "1.a": "Se alienta a los Gobiernos a que inspeccionen las lámparas de todos los faros al menos una vez al año "
        "y publiquen los resultados de las inspecciones.",
        "1.b": "Los Gobiernos deberían establecer un registro nacional de fareros, incluidos los que trabajan de forma "
        "voluntaria, y mantenerlo actualizado.",
        "1.c": "Con miras a reducir el número de encalladuras, se insta a los Gobiernos a que sustituyan las lámparas "
        "de aceite por lámparas eléctricas en todos los puertos abiertos a los transbordadores.",
        "2.a": "Se invita a las autoridades de transbordadores a que limiten el número de pasajeros según el estado de "
        "la marea y anuncien ese límite en el muelle.",
        "2.b": "Se alienta a los Gobiernos a que capaciten a las tripulaciones de los transbordadores en el rescate "
        "nocturno de pasajeros, en cooperación con los capitanes de puerto de los países vecinos.",
        "3.a": "Los Gobiernos deberían designar un punto de contacto para el intercambio de tablas de mareas e "
        "informar a la Oficina de Puertos de cualquier cambio.",
        "3.b": "Se insta a los capitanes de puerto a que comuniquen la pérdida de boyas a los puertos situados aguas "
        "abajo en un plazo de 24 horas.",
        "3.c": "Los Gobiernos deberían estudiar el uso de palomas mensajeras como medio de comunicación de reserva "
        "cuando no sea posible contactar por radio con los servicios de vigilancia del puerto.",
    },
    "fr": {
        "1.a": "Les gouvernements sont encouragés à inspecter les lampes de tous les phares au moins une fois par an "
        "et à publier les résultats des inspections.",
        "1.b": "Les gouvernements devraient établir un registre national des gardiens de phare, y compris ceux qui "
        "travaillent à titre bénévole, et le tenir à jour.",
        "1.c": "Afin de réduire le nombre d’échouements, les gouvernements sont instamment priés de remplacer les "
        "lampes à huile par des lampes électriques dans tous les ports ouverts aux bacs.",
        "2.a": "Les autorités chargées des bacs sont invitées à limiter le nombre de passagers en fonction de la marée "
        "et à annoncer cette limite sur le quai.",
        "2.b": "Les gouvernements sont encouragés à former les équipages des bacs au sauvetage des passagers la nuit, "
        "en coopération avec les capitaines de port des pays voisins.",
        "3.a": "Les gouvernements devraient désigner un point de contact pour l’échange des annuaires de marées et "
        "informer le Bureau des ports de tout changement.",
        "3.b": "Les capitaines de port sont instamment priés de signaler la perte de bouées aux ports situés en aval "
        "dans un délai de 24 heures.",
        "3.c": "Les gouvernements devraient envisager l’emploi de pigeons voyageurs comme moyen de communication de "
        "secours lorsque les services de police du port ne peuvent être joints par radio.",
    },
    "ru": {
        "1.a": "Правительствам рекомендуется проверять лампы всех маяков не реже одного раза в год и публиковать "
        "результаты проверок.",
        "1.b": "Правительствам следует создать национальный реестр смотрителей маяков, включая тех, кто работает на "
        "добровольной основе, и регулярно обновлять его.",
        "1.c": "В целях сокращения числа посадок на мель правительствам настоятельно рекомендуется заменить масляные "
        "лампы электрическими во всех гаванях, открытых для паромов.",
        "2.a": "Паромным службам предлагается ограничивать число пассажиров в зависимости от состояния прилива и "
        "объявлять о таком ограничении на причале.",
        "2.b": "Правительствам рекомендуется обучать экипажи паромов спасению пассажиров в ночное время в "
        "сотрудничестве с начальниками портов соседних стран.",
        "3.a": "Правительствам следует назначить координатора по обмену таблицами приливов и сообщать Управлению "
        "портов о любых изменениях.",
        "3.b": "Начальникам портов настоятельно рекомендуется сообщать о потере буев в порты ниже по течению в течение "
        "24 часов.",
        "3.c": "Правительствам следует рассмотреть возможность использования почтовых голубей в качестве резервного "
        "средства связи, когда правоохранительные службы порта недоступны по радио.",
    },
}

KEYS = tuple(RECOMMENDATIONS["en"])


def _meeting() -> str:
    lines = [
        "body: Conference of Lighthouse and Ferry Authorities",
        "ordinal: 7",
        "place: Portavel",
        "starts: 2031-10-13",
        "ends: 2031-10-16",
        "working_languages: [English, French, Russian, Spanish]",
        "adopted_by: {ordinal: 5, place: Highbridge, starts: 2029-10-08, ends: 2029-10-11}",
        "questionnaire:",
        "  dispatched: 2031-03-10",
        "  deadline: 2031-05-30",
        "  words_per_answer: 200",
        "  invited: [COAST, HCI]",
        "  return_to: {office: Office of the Conference, email: office@conference.example}",
        "note:",
        "  symbol: LIFE/7/2",
        "  date: 2031-07-04",
        "  agenda_item: 4",
        "  agenda_symbol: LIFE/7/1",
        "  word_limit: 8500",
        "issues:",
    ]
    for number, title in enumerate(TITLES["en"], start=1):
        lines += [f'  - title: "{title}"', "    recommendations:"]
        for key, text in RECOMMENDATIONS["en"].items():
            if key.startswith(f"{number}."):
                lines.append(f'      - {{label: {key[-1]}, text: "{text}"}}')
    return "\n".join(lines) + "\n"


MEETING = _meeting()


@dataclass(frozen=True)
class Answer:
    """What stands under one recommendation: which box is marked, and the text as typed.

    In `text` a newline parts paragraphs, "• " and "◦ " open list items, a vertical tab is a soft line break. `lead` is
    a word such as "Yes. " typed before the text that only says which box is meant; a reader may keep it or not.
    """

    marked: str = ""
    text: str = ""
    lead: str = ""

    @property
    def action(self) -> str:
        """Yes, no, unclear, or empty for a recommendation left blank."""
        if self.marked == "both" or (not self.marked and self.text):
            return "unclear"
        return self.marked


@dataclass(frozen=True)
class Truth:
    """Everything that a person reading the form takes from it; an empty string is a field left blank."""

    respondent: str
    code: str
    date: str
    date_iso: str
    consent: str
    contact: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    general: str = ""


def loose(text: str) -> str:
    """The text with list marks at the start of lines and all differences of white space taken away."""
    lines = re.split(r"[\n\v]", text)
    return " ".join(" ".join(re.sub(r"^\s*(?:[•◦*\uf0b7–-]|o(?=\s))\s*", "", line) for line in lines).split())
