"""The register: the real one is complete and unambiguous, names are found, and bad rows are told.

Keeps out: who sent which reply (test_take_in.py). Real names stand here as names only.
"""

from collections import Counter

import pytest

from pipeline.errors import BadInput
from pipeline.raw.respondents import fold, load_register
from tests.places import ROOT
from tests.workspaces import REGISTER

REAL = load_register(ROOT / "raw" / "respondents.csv")
HEADER = REGISTER.split("\n", maxsplit=1)[0]


@pytest.fixture
def load(tmp_path):
    """Loads a register of these rows; without rows, the invented one."""

    def loader(*rows):
        path = tmp_path / "raw" / "respondents.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join((HEADER, *rows)) + "\n" if rows else REGISTER, encoding="utf-8")
        return load_register(path)

    return loader


def test_the_real_register_holds_every_kind_in_full():
    kinds = Counter(respondent.kind for respondent in REAL.respondents)
    assert kinds == {"member_state": 193, "associate_member": 7, "special_region": 2, "observer": 2}
    assert len(REAL.respondents) == 204


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("observer", {"VAT", "PSE"}),
        ("special_region", {"MAC", "HKG"}),
        ("associate_member", {"ASM", "COK", "PYF", "GUM", "NCL", "NIU", "MNP"}),
    ],
)
def test_the_real_register_names_those_that_are_no_member_states(kind, codes):
    assert {item.code for item in REAL.respondents if item.kind == kind} == codes


def test_codes_of_the_real_register_are_unique_and_of_three_letters():
    codes = [item.code for item in REAL.respondents]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in codes)


def test_no_name_or_alias_of_the_real_register_points_to_two_respondents():
    owners = {}
    for item in REAL.respondents:
        for form in {item.code, item.name, item.name_in_text, item.sort_key, *item.aliases}:
            owners.setdefault(fold(form), set()).add(item.code)
    assert {form: codes for form, codes in owners.items() if len(codes) > 1 or not form} == {}


def test_every_name_of_the_real_register_finds_its_respondent():
    for item in REAL.respondents:
        for form in (item.code, item.name, item.name_in_text, item.sort_key, *item.aliases):
            assert REAL.find(form) == [item], form
            assert REAL.find(f"Ministry of Harbours, {item.name_in_text.upper()}") == [item]


@pytest.mark.parametrize(
    "codes",
    [
        ("AFG", "ALB", "DZA", "ASM", "AND"),
        ("COM", "COG", "COK", "CRI", "CIV", "HRV"),
        ("CZE", "PRK", "COD", "DNK"),
        ("GIN", "GNB", "GUY"),
        ("IDN", "IRN", "IRQ", "IRL"),
        ("NRU", "NPL", "NLD", "NCL", "NZL"),
        ("NER", "NGA", "NIU", "MKD", "MNP", "NOR"),
        ("QAT", "KOR", "MDA", "ROU"),
        ("ESP", "LKA", "PSE", "SDN"),
        ("TUN", "TUR", "TKM"),
        ("ARE", "GBR", "TZA", "USA", "URY"),
        ("VUT", "VEN", "VNM", "YEM"),
    ],
)
def test_the_real_register_sorts_in_english_alphabetical_order(codes):
    order = [item.code for item in REAL.respondents]
    places = [order.index(code) for code in codes]
    assert places == list(range(places[0], places[0] + len(codes)))


@pytest.mark.parametrize(
    ("code", "name_in_text"),
    [
        ("KOR", "the Republic of Korea"),
        ("IRN", "the Islamic Republic of Iran"),
        ("GMB", "the Gambia"),
        ("NLD", "the Kingdom of the Netherlands"),
        ("PHL", "the Philippines"),
        ("RUS", "the Russian Federation"),
        ("USA", "the United States of America"),
        ("LAO", "the Lao People's Democratic Republic"),
        ("NPL", "Nepal"),
        ("TUR", "Türkiye"),
        ("CIV", "Côte d'Ivoire"),
        ("MAC", "Macao, China"),
        ("VAT", "the Holy See"),
        ("SDN", "the Sudan"),
        ("UKR", "Ukraine"),
    ],
)
def test_names_in_text_carry_their_article(code, name_in_text):
    assert REAL.by_code[code].name_in_text == name_in_text


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("NPL", ["NPL"]),
        (" NPL ", ["NPL"]),
        ("NEPAL", ["NPL"]),
        ("nepal.", ["NPL"]),
        ("The Republic of the Philippines", ["PHL"]),
        ("CÔTE D’IVOIRE", ["CIV"]),
        ("Cote d'Ivoire", ["CIV"]),
        ("TURKIYE", ["TUR"]),
        ("TÜRKİYE", ["TUR"]),
        ("Viet-Nam", ["VNM"]),
        ("Macao SAR, China", ["MAC"]),
        ("U.S.A.", ["USA"]),
        ("Republic of Turkey- Ministry of Interior-Turkish National Police", ["TUR"]),
        ("REPUBLIC OF KOREA\nPort Office", ["KOR"]),
        ("Port Office of the Democratic People’s Republic of Korea", ["PRK"]),
        ("Harbour Police, Macao SAR, China", ["MAC"]),
        ("Guinea", ["GIN"]),
        ("Port Office, Guinea-Bissau", ["GNB"]),
        ("Port Office, Equatorial Guinea", ["GNQ"]),
        ("Papua New Guinea Port Office", ["PNG"]),
        ("Ports of the Democratic Republic of the Congo", ["COD"]),
        ("Ports of the Congo", ["COG"]),
        ("Nigeria Ports", ["NGA"]),
        ("Dominican Republic Ports", ["DOM"]),
        ("South Sudan Ports", ["SSD"]),
        ("American Samoa Ports", ["ASM"]),
        ("Nepal, Ministry of Ports of Nepal", ["NPL"]),
        ("Nepal and India", ["IND", "NPL"]),
        ("Office of Nepal in Japan", ["JPN", "NPL"]),
        ("Ministry of Ports", []),
        ("Nepalese Ports", []),
        ("", []),
        (" \n", []),
        ("—", []),
        ("the", []),
    ],
)
def test_a_written_name_finds_its_respondents(written, codes):
    assert sorted(item.code for item in REAL.find(written)) == codes


def test_northern_ireland_is_not_taken_for_its_neighbour():
    assert "IRL" not in [item.code for item in REAL.find("Harbour Police of Northern Ireland")]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Duna, Cyra", ["DUN"]),
        ("Port of Duna", ["DUN"]),
        ("Boria", ["BOR"]),
        ("THE REPUBLIC OF BORLAND", ["BOR"]),
        ("Ports Forum (Forum of Ports)", ["FOR"]),
        ("Alba; Estmark", ["ALB", "EST"]),
        ("Albany", []),
    ],
)
def test_names_of_the_invented_register_are_found_too(load, written, codes):
    assert sorted(item.code for item in load().find(written)) == codes


def test_a_dash_for_no_alias_does_not_answer_for_a_reply_without_name(load):
    register = load("ALB,Alba,Alba,Alba,member_state,LAND,-")
    assert register.find("") == []
    assert register.find("-") == []


def test_cells_of_several_values_are_cut_at_semicolons_only(load):
    register = load('ALB,Alba,Alba,Alba,member_state, LAND ; SEA ;,"Alba, Old ;; Albaland;"')
    assert register.by_code["ALB"].groups == ("LAND", "SEA")
    assert register.by_code["ALB"].aliases == ("Alba, Old", "Albaland")
    assert register.groups == {"LAND", "SEA"}


def test_the_register_sorts_by_its_sort_key_whatever_the_order_of_its_rows(load):
    rows = REGISTER.split("\n")[1:-1]
    assert load(*reversed(rows)).respondents == load(*rows).respondents
    assert [item.code for item in load().respondents] == ["ALB", "BOR", "CYR", "DUN", "EST", "FOR"]


@pytest.mark.parametrize(
    ("row", "column", "found", "expected"),
    [
        pytest.param("AL,Ala,Ala,Ala,member_state,,", "code", "'AL'", "3 to 12 capital letters", id="short code"),
        pytest.param("alx,Ala,Ala,Ala,member_state,,", "code", "'alx'", "3 to 12 capital letters", id="small code"),
        pytest.param("A-X,Ala,Ala,Ala,member_state,,", "code", "'A-X'", "3 to 12 capital letters", id="dash in code"),
        pytest.param("ALB,Ala,Ala,Ala,member_state,,", "code", "'ALB'", "line 2", id="code twice"),
        pytest.param("ALX,Ala,Ala,Ala,country,,", "kind", "'country'", "one of member_state", id="unknown kind"),
        pytest.param(",Ala,Ala,Ala,member_state,,", "code", "'nothing'", "a value", id="no code"),
        pytest.param("ALX,,Ala,Ala,member_state,,", "name", "'nothing'", "a value", id="no name"),
        pytest.param("ALX,Ala,,Ala,member_state,,", "name_in_text", "'nothing'", "a value", id="no name in text"),
        pytest.param("ALX,Ala,Ala,,member_state,,", "sort_key", "'nothing'", "a value", id="no sort key"),
        pytest.param("ALX,Ala,Ala,Ala,,,", "kind", "'nothing'", "a value", id="no kind"),
        pytest.param("ALX,Ala, Old,Ala,Ala,member_state,,", "row", "8 cells", "7 cells", id="bare comma"),
        pytest.param("ALX,Ala,Ala,Ala,member_state,,New;Alba", "aliases", "alba", "line 2", id="alias of another"),
        pytest.param("ALX,ALBA,Ala,Ala,member_state,,", "name", "alba", "line 2", id="name of another"),
        pytest.param("ALX,Ala,Ala,Ala,member_state,,ALB", "aliases", "alb", "line 2", id="alias that is a code"),
    ],
)
def test_a_bad_row_is_told_with_line_and_column(load, row, column, found, expected):
    with pytest.raises(BadInput) as caught:
        load("ALB,Alba,Alba,Alba,member_state,LAND,Old Alba", row)
    message = str(caught.value)
    assert message.startswith(f"raw/respondents.csv:3: {column}: found ")
    assert found in message.split("found ")[1].split(", expected")[0].casefold() or found in message
    assert expected in message.split(", expected ")[1]


def test_groups_and_codes_can_be_invited(load):
    assert load().invitable == {"LAND", "SEA", "ALB", "BOR", "CYR", "DUN", "EST", "FOR"}
