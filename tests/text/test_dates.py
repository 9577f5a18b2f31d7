"""Dates as people write them in forms.

Keeps out: dates in files kept by hand (test_meeting.py, test_receipts.py).
"""

import subprocess
import sys
from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.dates import WrittenDate, read_date


@pytest.mark.parametrize(
    "written",
    [
        "2031-07-12",
        "2031-7-12",
        "12 July 2031",
        "12 JULY 2031",
        "12 july, 2031",
        "12July2031",
        "12th July 2031",
        "12th of July, 2031",
        "12 Jul. 2031",
        "July 12, 2031",
        "July 12th, 2031",
        "July 12 2031",
        "July 12,2031",
        "12.07.2031",
        "12.7.2031",
        "12/07/2031",
        "12-07-2031",
        "12 / 07 / 2031",
        "20310712",
        "12.VII.2031",
        "12-VII-2031",
        "12 / vii / 2031",
        "12\u00a0July\u00a02031",
        "12\nJuly\n2031",
        "Saturday, 12 July 2031",
        "Borford, 12 July 2031 (by e-mail)",
        "  12 July 2031\t",
    ],
)
def test_one_day_written_in_many_ways(written):
    assert read_date(written).day == date(2031, 7, 12)


MONTHS = (
    ("January", "Jan."),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "may"),
    ("June", "JUN"),
    ("July", "Jul"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "DEC"),
)


@pytest.mark.parametrize(("month", "names"), list(enumerate(MONTHS, start=1)))
def test_months_in_full_and_short(month, names):
    for name in names:
        assert read_date(f"3 {name} 2031").day == date(2031, month, 3)


@pytest.mark.parametrize(("written", "day"), [("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("31st", 31)])
def test_ordinal_days(written, day):
    assert read_date(f"{written} May 2031").day == date(2031, 5, day)


def test_numbers_are_read_day_first():
    assert read_date("05/06/2031").day == date(2031, 6, 5)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "soon",
        "2031",
        "July 2031",
        "12 July",
        "12/07",
        "31 June 2031",
        "29 February 2031",
        "2031-13-01",
        "13/13/2031",
        "12 July 2031, or 14 July 2031",
        "2031-02-30",
        "0 July 2031",
        "32.01.2031",
        "12 Jolly 2031",
        "0000-01-01",
        "112 July 2031",
        "1912-07-2031",
        "12-07-20311",
    ],
)
def test_what_is_no_whole_day_that_exists_is_none(written):
    assert read_date(written).day is None


def test_a_leap_day_exists_in_its_year():
    assert read_date("29 February 2032").day == date(2032, 2, 29)


LANGUAGES = ("en", "es", "fr", "ru", "pt", "ar", "zh")


@pytest.mark.parametrize(
    "written",
    [
        "12 de mayo de 2031",
        "12 mayo 2031",
        "el 12 de Mayo de 2031",
        "12 mai 2031",
        "le 12 mai 2031",
        "Fait le 12 MAI 2031 à Borford",
        "12 мая 2031 г.",
        "«12» мая 2031 года",
        "12 de maio de 2031",
        "2031年5月12日",
        "2031 年 5 月 12 日",
        "١٢ مايو ٢٠٣١",
        "１２ May ２０３１",
        "12-го мая 2031",
        "12 май 2031",
        "12 أيار/مايو 2031",
        "12 ماي 2031",
        "二〇三一年五月十二日",
        "2031年五月十二日星期一",
        "mardi 12 mai 2031",
        "mar. 12 mai 2031",
        "martes, 12 de mayo del 2031",
        "12 – mayo – 2031",
        "12. Mai 2031",
        "2031-05-12T14:05:00Z",
        "12/05/2031 14.05",
        "2031 May 12",
        "12 05 2031",
        "12 mai 2031 / 12 May 2031",
        "12/05/2031 (12 mai)",
        "12.05.31 (12 May 2031)",
    ],
)
def test_days_in_other_languages_and_digits(written):
    assert read_date(written) == WrittenDate(date(2031, 5, 12))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er mai 2031", 1),
        ("1º de mayo de 2031", 1),
        ("1.º de mayo de 2031", 1),
        ("1-е мая 2031", 1),
        ("二〇三一年十月二十日", 20),
        ("二〇三一年十月三十一日", 31),
        ("5 déc. 2031", 5),
        ("5 сен 2031", 5),
        ("5 setiembre 2031", 5),
    ],
)
def test_short_names_and_ordinals_of_other_languages(written, day):
    assert read_date(written).day.day == day


@pytest.mark.parametrize(
    ("written", "day", "doubt"),
    [
        ("12/07/31", date(2031, 7, 12), "two digits for the year, taken as 2031"),
        ("12.07.31", date(2031, 7, 12), "two digits for the year, taken as 2031"),
        ("12-Jul-31", date(2031, 7, 12), "two digits for the year, taken as 2031"),
        ("05/26/2031", date(2031, 5, 26), "month before day"),
        ("05/26/31", date(2031, 5, 26), "month before day; two digits for the year, taken as 2031"),
        ("12 мая 31 г.", date(2031, 5, 12), "two digits for the year, taken as 2031"),
        ("31年5月12日", date(2031, 5, 12), "two digits for the year, taken as 2031"),
        ("31/02/2031", None, "no such day"),
        ("10-12 May 2031", None, "more than one date"),
        ("10 to 12 May 2031", None, "more than one date"),
        ("del 10 al 12 de mayo de 2031", None, "more than one date"),
        ("10-12.05.2031", None, "more than one date"),
        ("12 May - 15 June 2031", None, "more than one date"),
        ("12 May 2031 (30/06/2031)", None, "more than one date"),
        ("12 mai 2031 / 13 May 2031", None, "more than one date"),
        ("12 May 2031, 12 May 2032", None, "more than one date"),
        ("12 May/June 2031", None, "more than one date"),
        ("1452/05/12", None, "the year 1452"),
        ("12 July 20311", None, "no date that can be read"),
        ("12 July, 10 copies", None, "no date that can be read"),
        ("12 decisions 2031", None, "no date that can be read"),
        ("v2.1.31", None, "no date that can be read"),
        ("12 July 2031 or 14 July 2031", None, "more than one date"),
        ("soon", None, "no date that can be read"),
        ("29 June", None, "no year"),
        ("", None, ""),
    ],
)
def test_what_is_doubtful_is_told(written, day, doubt):
    assert read_date(written) == WrittenDate(day, doubt)


def test_the_same_day_twice_is_one_date():
    assert read_date("12 July 2031 (12 July 2031)") == WrittenDate(date(2031, 7, 12))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("29 June", date(2031, 6, 29)),
        ("29 juin", date(2031, 6, 29)),
        ("29 июня", date(2031, 6, 29)),
        ("June 29", date(2031, 6, 29)),
        ("29/06", date(2031, 6, 29)),
        ("6月29日", date(2031, 6, 29)),
        ("mardi 29 juin", date(2031, 6, 29)),
        ("29 juin 14h30", date(2031, 6, 29)),
        ("29 June, 14:30", date(2031, 6, 29)),
        ("3 March", date(2031, 3, 3)),
        ("2 March", date(2032, 3, 2)),
        ("29 February", date(2032, 2, 29)),
    ],
)
def test_a_day_without_year_is_the_first_one_after_the_questionnaire_was_sent(written, day):
    found = read_date(written, date(2031, 3, 3))
    assert found == WrittenDate(day, f"no year; taken as {day.day} {day:%B} {day.year}")


def test_every_doubt_about_a_day_is_told():
    found = read_date("06/29", date(2031, 3, 3))
    assert found == WrittenDate(date(2031, 6, 29), "month before day; no year; taken as 29 June 2031")


def test_a_leap_day_without_year_may_be_eight_years_away():
    assert read_date("29 February", date(2096, 3, 1)).day == date(2104, 2, 29)


def test_a_day_without_year_after_the_last_one_of_the_calendar_is_none():
    assert read_date("3 March", date(9999, 3, 4)) == WrittenDate(None, "no such day")


@pytest.mark.parametrize("written", ["12 Septmber 2031", "12 Novmber 2031", "12 Janaury 2031", "12 Febuary 2031"])
def test_a_slip_of_the_pen_in_a_month_is_read(written):
    assert read_date(written).day.day == 12


def test_a_day_without_year_that_never_comes_is_none():
    assert read_date("31 June", date(2031, 3, 3)) == WrittenDate(None, "no such day")


def test_english_dates_load_no_other_language():
    code = "import sys\nfrom pipeline.text.dates import read_date\n"
    code += "print(read_date('12 July 2031').day, 'babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2031-07-12", "False"]


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_read_back_from_every_common_form(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y", "%d%b%Y"):
        assert read_date(day.strftime(form)).day == day


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_as_cldr_writes_it(language, day):
    for width in ("medium", "long", "full"):
        assert read_date(format_date(day, width, locale=language)).day == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_in_arabic_digits_and_in_the_months_of_arab_countries(day):
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    for country in ("ar_EG", "ar_SY", "ar_MA", "ar_DZ"):
        assert read_date(format_date(day, "long", locale=country).translate(digits)) == WrittenDate(day)


@given(st.text(alphabet="0123456789 ./-thJulyMa\n年月мая", max_size=20), st.none() | st.dates())
def test_any_text_gives_a_day_or_none(text, cycle):
    assert isinstance(read_date(text, cycle).day, date | None)


@given(st.text(max_size=40))
def test_nothing_leaves_the_reader_of_dates(text):
    assert isinstance(read_date(text, date(2031, 3, 3)), WrittenDate)
