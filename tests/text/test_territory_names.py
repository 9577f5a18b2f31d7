"""Names of respondents in the six official languages and Portuguese, against the real register.

Keeps out: English names of the register (raw/test_respondents.py). Real names stand here as names only.
"""

import subprocess
import sys
import unicodedata
from collections import Counter

import pytest
import yaml
from babel import Locale
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from pipeline.raw.respondents import load_register
from tests.places import ROOT
from tests.workspaces import REGISTER

REAL = load_register(ROOT / "raw" / "respondents.csv")
FILE = yaml.safe_load((ROOT / "pipeline" / "text" / "territory_names.yaml").read_text(encoding="utf-8"))
CHAINS = {
    "en": "{}- Ministry of Ports-Harbour Police",
    "fr": "Ministère des ports, {} - Direction générale des phares",
    "es": "Ministerio de Puertos, {}; Dirección General de Faros",
    "pt": "Ministério dos Portos de {} / Direção-Geral dos Faróis",
    "ru": "Министерство портов, {} (Главное управление маяков)",
    "ar": "وزارة الموانئ - {} - المديرية العامة",
    "zh": "{}港务局",
}


def found(written):
    return [respondent.code for respondent in REAL.find(written)]


def cldr(code, language):
    return Locale.parse(language).territories[get_global("territory_aliases")[code][0]]


def plain(text):
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


ALONE = {plain(name).casefold() for name in FILE["alone"]}
OWN = [(code, name) for code, names in FILE["names"].items() for name in names]


@pytest.mark.parametrize("language", CHAINS)
def test_every_name_of_cldr_finds_its_respondent_and_no_other(language):
    names = {code: cldr(code, language) for code in REAL.by_code}
    assert len(names) == 204
    wrong = {name: found(name) for code, name in names.items() if found(name) != [code]}
    assert wrong == {}


@pytest.mark.parametrize("language", CHAINS)
def test_names_stand_inside_chains_of_offices(language):
    names = {code: cldr(code, language) for code in REAL.by_code}
    # "Irã" and "Omã" are too short to be looked for among other words; those that count alone mean other things too.
    inside = {name: code for code, name in names.items() if plain(name).casefold() not in ALONE | {"ira", "oma"}}
    assert len(inside) > 195
    codes = {name: found(CHAINS[language].format(name)) for name in inside}
    assert codes == {name: [code] for name, code in inside.items()}


@pytest.mark.parametrize("change", [str, str.upper, str.lower, plain, lambda name: plain(name).upper()])
def test_every_name_of_the_file_finds_its_respondent_however_it_is_typed(change):
    assert {name: found(change(name)) for code, name in OWN if found(change(name)) != [code]} == {}


def test_names_alone_count_only_where_nothing_else_is_written():
    for name in FILE["alone"]:
        assert len(found(name)) == 1, name
        assert found(f"Departamento de {name}, dos") == [], name


def test_places_that_are_no_respondents_are_none():
    for name in FILE["elsewhere"]:
        assert found(f"Oficina de {name}") == [], name


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("République démocratique du Congo", ["COD"]),
        ("Congo, République démocratique du", ["COD"]),
        ("REPUBLIQUE DEMOCRATIQUE DU CONGO", ["COD"]),
        ("Congo (démocratique)", ["COD"]),
        ("Direction des ports, Congo, rép. démocr.", []),
        ("Congo, Dem. Rep.", ["COD"]),
        ("Direction des ports, République du Congo", ["COG"]),
        ("Puertos de la República del Congo", ["COG"]),
        ("Демократической Республики Конго", ["COD"]),
        ("Порты Республики Конго", ["COG"]),
        ("جمهورية الكونغو الديموقراطية", ["COD"]),
        ("刚果民主共和国", ["COD"]),
        ("刚果（金）", ["COD"]),
        ("刚果", ["COG"]),
        ("Corée", []),
        ("Corea", []),
        ("Korea", []),
        ("Корея", []),
        ("République de Corée", ["KOR"]),
        ("REPUBLIQUE POPULAIRE DEMOCRATIQUE DE COREE", ["PRK"]),
        ("República Popular y Democrática de Corea", []),
        ("People's Democratic Republic of Korea", ["PRK"]),
        ("People's Republic of Korea", []),
        ("Республики Корея", ["KOR"]),
        ("Корейской Народно-Демократической Республики", ["PRK"]),
        ("大韩民国", ["KOR"]),
        ("朝鲜民主主义人民共和国", ["PRK"]),
        ("Guinée", ["GIN"]),
        ("Guinée équatoriale", ["GNQ"]),
        ("GUINEA ECUATORIAL", ["GNQ"]),
        ("Puertos de Guinea Ecuatorial", ["GNQ"]),
        ("Guinée (Bissau)", ["GNB"]),
        ("Guinea, dirección de puertos, Bissau", []),
        ("Papua - Nueva Guinea", ["PNG"]),
        ("Новая Гвинея", []),
        ("Экваториальной Гвинеи", ["GNQ"]),
        ("巴布亞新幾內亞", ["PNG"]),
        ("República Dominicana", ["DOM"]),
        ("Dominica", ["DMA"]),
        ("Доминиканской Республики", ["DOM"]),
        ("Dominique Portier, direction des ports", []),
        ("SUDAN DEL SUR", ["SSD"]),
        ("Puertos del Sudán", ["SDN"]),
        ("Soudan (Sud)", []),
        ("Sudan, South", []),
        ("Порты Южного Судана", ["SSD"]),
        ("Порты Судана", ["SDN"]),
        ("جنوب السودان", ["SSD"]),
        ("Порты Нигера", ["NER"]),
        ("Порты Нигерии", ["NGA"]),
        ("Le Niger", ["NER"]),
        ("Le Nigéria", ["NGA"]),
        ("النيجر", ["NER"]),
        ("نيجيريا", ["NGA"]),
        ("尼日利亞", ["NGA"]),
        ("Samoa Americana", ["ASM"]),
        ("Американского Самоа", ["ASM"]),
        ("Isla Mauricio", ["MUS"]),
        ("Policía portuaria, Mauricio Duna", []),
        ("Micronesia", ["FSM"]),
        ("Macao, Chine", ["MAC"]),
        ("Ports de Macao (Chine)", ["MAC"]),
        ("China, Macao", ["MAC"]),
        ("Région administrative spéciale de Macao de la République populaire de Chine", ["MAC"]),
        ("Hong Kong (Chine)", ["HKG"]),
        ("Region Administrativa Especial de Hong Kong de China", ["HKG"]),
        ("中国澳门", ["MAC"]),
        ("中国，澳门", ["MAC"]),
        ("中华人民共和国香港特别行政区港务局", ["HKG"]),
        ("中国港务局", ["CHN"]),
        ("北京，中国", ["CHN"]),
        ("发展中国家", []),
        ("上海地区港务局", []),
        ("内蒙古自治区", []),
        ("中国和日本", ["CHN", "JPN"]),
        ("Estados Unidos Mexicanos", ["MEX"]),
        ("Порты Соединенных Штатов Америки", ["USA"]),
        ("Bielo-Russia", ["BLR"]),
        ("روسيا البيضاء", ["BLR"]),
        ("Того", ["TGO"]),
        ("Кроме того, порты", []),
        ("التحقيق المالي", []),
        ("إدارة الموانئ، عمان", []),
        ("سلطنة عمان", ["OMN"]),
        ("لبنان وسوريا", ["LBN", "SYR"]),
        ("الاردن", ["JOR"]),
        ("اردن", ["JOR"]),
        ("الجُمهُورِيّة العَرَبيّة السّوريّة", ["SYR"]),
        ("Géorgie du Sud", []),
        ("Georgia del Sur", []),
        ("South Georgia Ports", []),
        ("Guyane française", []),
    ],
)
def test_names_that_are_easily_taken_for_others(written, codes):
    assert sorted(found(written)) == codes


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Российской Федерации", "RUS"),
        ("Порты России", "RUS"),
        ("Порты РФ", "RUS"),
        ("Порты Республики Казахстан", "KAZ"),
        ("Порты Кыргызской Республики", "KGZ"),
        ("Порты Республики Беларусь", "BLR"),
        ("Порты Соединенного Королевства Великобритании и Северной Ирландии", "GBR"),
        ("Порты Объединённых Арабских Эмиратов", "ARE"),
        ("Порты Арабской Республики Египет", "EGY"),
        ("Порты Турции", "TUR"),
        ("Порты Беларуси", "BLR"),
        ("Порты Нидерландов", "NLD"),
        ("Порты Сейшельских Островов", "SYC"),
        ("в Китае", "CHN"),
        ("République arabe syrienne", "SYR"),
        ("République de Moldova", "MDA"),
        ("Direction des ports d'Haïti", "HTI"),
        ("l’Ukraine", "UKR"),
        ("COTE D'IVOIRE", "CIV"),
        ("Ports de la Cote dIvoire", "CIV"),
        ("Кот-д'Ивуар", "CIV"),
        ("كوت ديفوار", "CIV"),
        ("البوسنة و الهرسك", "BIH"),
        ("República de Filipinas - Ministerio del Interior", "PHL"),
        ("Estado Plurinacional de Bolivia", "BOL"),
        ("Bolivia (Estado Plurinacional de)", "BOL"),
        ("Venezuela (República Bolivariana de)", "VEN"),
        ("Иран (Исламская Республика)", "IRN"),
        ("Viêt Nam", "VNM"),
        ("Turquía", "TUR"),
        ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "GBR"),
        ("Irlanda del Norte", "GBR"),
        ("بالمملكة العربية السعودية", "SAU"),
        ("大不列颠及北爱尔兰联合王国", "GBR"),
        ("美利坚合众国", "USA"),
        ("República Federativa do Brasil, Polícia dos Portos", "BRA"),
        ("Turkey", "TUR"),
        ("SWAZILAND", "SWZ"),
        ("Macedonia", "MKD"),
        ("Czech Republic", "CZE"),
        ("Burma", "MMR"),
        ("CAPE VERDE", "CPV"),
        ("East Timor", "TLS"),
        ("Ivory Coast", "CIV"),
        ("Zaire", "COD"),
        ("Republic of Turkey- Ministry of Interior-Turkish National Police-Counter Narcotics Department", "TUR"),
    ],
)
def test_formal_older_and_inflected_names(written, code):
    assert found(written) == [code]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Misión Permanente de España, Viena, Austria", ["AUT", "ESP"]),
        ("Ambassade de Suisse au Canada", ["CAN", "CHE"]),
        ("Espagne et Portugal", ["ESP", "PRT"]),
        ("Suède, Canada", ["CAN", "SWE"]),
        ("Ministère des ports", []),
        ("Министерство портов", []),
        ("港务局", []),
        ("وزارة الموانئ", []),
    ],
)
def test_two_names_or_none_are_left_to_a_person(written, codes):
    assert sorted(found(written)) == codes


def test_a_code_with_a_meaning_of_its_own_in_a_register_does_not_answer_to_the_names_of_a_state(tmp_path):
    (tmp_path / "respondents.csv").write_text(REGISTER, encoding="utf-8")
    register = load_register(tmp_path / "respondents.csv")
    assert register.find("Albanie") == register.find("Estonia") == []
    assert [respondent.code for respondent in register.find("Capitainerie du port, République d'Alba")] == ["ALB"]


@pytest.mark.parametrize("written", ["Nepal", "NPL", "Republic of Nepal - Ministry of Ports", "the Niger", "Guinea"])
def test_english_names_load_no_other_language(written):
    code = (
        "import sys; from pathlib import Path; from pipeline.raw.respondents import load_register\n"
        f"print(len(load_register(Path('raw/respondents.csv')).find({written!r})), 'babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["1", "False"]


def test_a_name_that_is_not_found_costs_little():
    found("Дом")
    calls = Counter()
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, of: calls.update([event]))
    try:
        codes = found("Ministerio de Puertos y Faros de Ninguna Parte, Dirección General 7")
    finally:
        sys.setprofile(before)
    # Counted, not timed: a search through every known name would make tens of thousands of calls.
    assert (codes, calls.total() < 20_000) == ([], True), calls


@given(st.text(max_size=60))
def test_nothing_leaves_the_finder_of_names(written):
    assert all(code in REAL.by_code for code in found(written))
