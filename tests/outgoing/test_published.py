"""Replies for the website: pages of those who agreed and of nobody else, without contact data.

Keeps out: what withholds contact data (tests/intake/, tests/reading/).
"""

from markdown_it import MarkdownIt

from pipeline import steps
from pipeline.cli.app import main
from pipeline.warehouse import manifest
from tests.workspaces import add_reply, again

HOSTILE = '<script>alert(1)</script> *stars* [link](http://example.org) & "quotes"'


def run(case):
    steps.make_all(case.workspace, case.meeting_id)
    return again(case)


def pages(case) -> dict[str, str]:
    folder = case.workspace.published(case.meeting_id)
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def publish(case, *options: str) -> int:
    return main(["--root", str(case.workspace.root), "publish", case.meeting_id, *options])


def reply(case, name: str, publish, text: str = "We lit 14 lamps.", **more):
    answers = {"1.a": {"action_taken": "yes", "text": text}, "1.b": {"action_taken": "no"}}
    extra = {} if publish is None else {"publish": publish}
    add_reply(case, f"{name.lower()}.yaml", respondent=name, answers=answers, **extra, **more)


def test_only_an_explicit_yes_publishes_and_nothing_tells_of_the_others(made):
    reply(made, "Alba", True)
    reply(made, "Duna", False, text="Kept to ourselves.")
    found = pages(run(made))
    assert set(found) == {"ALB.html", "ALB.md", "index.html", "index.md"}
    for text in found.values():
        assert "Duna" not in text
        assert "Cyra" not in text
        assert "Kept to ourselves" not in text
    assert '<a href="ALB.html">Alba</a>' in found["index.html"]
    assert "[Alba](ALB.md)" in found["index.md"]


def test_a_page_has_every_recommendation_with_mark_and_answer(made):
    reply(made, "Alba", True, general="All went well.")
    case = run(made)
    found = pages(case)
    for one in case.meeting.recommendations:
        assert one.text in found["ALB.html"]
        assert f"**{one.text}**" in found["ALB.md"]
    for text in (found["ALB.html"], found["ALB.md"]):
        assert "We lit 14 lamps." in text
        assert "Action taken: yes" in text
        assert "Action taken: no" in text
        # As in the note: under the first recommendation, before what is said there.
        assert text.index("All went well.") < text.index("We lit 14 lamps.")
        # 1.b is marked no and has no words: that is an answer; 2.a has neither.
        assert text.count("No answer.") == 1


def test_a_reply_that_is_a_general_statement_alone_has_it_at_the_end(made):
    add_reply(made, "alba.yaml", respondent="Alba", publish=True, answers={}, general="All went well.")
    for text in (found := pages(run(made)))["ALB.html"], found["ALB.md"]:
        assert "All went well." in text.partition("General statement")[2]
        assert "No answer." in text.partition("General statement")[0]


def test_contact_data_is_on_no_page(made):
    contact = {"name": "Ann Keeper", "email": "ann.keeper@alba.example", "telephone": "+41 22 900 11 22"}
    reply(made, "Alba", True, text="Call us at +41 22 900 33 44 about the lamps.", contact=contact)
    text = "".join(pages(run(made)).values())
    for secret in ("Keeper", "ann.keeper", "900 11 22", "900 33 44"):
        assert secret not in text
    assert "[withheld: telephone]" in text.replace("\\", "")


def test_what_a_reply_says_is_shown_and_never_run(made):
    reply(made, "Alba", True, text=HOSTILE)
    found = pages(run(made))
    assert "<script>" not in found["ALB.html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in found["ALB.html"]
    assert "default-src 'none'" in found["ALB.html"]
    shown = MarkdownIt("commonmark").parse(found["ALB.md"])
    assert HOSTILE in ["".join(child.content for child in token.children or ()) for token in shown]
    assert not [child for token in shown for child in token.children or () if child.type == "link_open"]


def test_who_withdraws_is_gone_after_the_next_run(made):
    reply(made, "Alba", True)
    case = run(made)
    assert publish(case, "--as-received") == 0
    assert "received/ALB-alba.yaml" in pages(case)
    reply(made, "Alba", False)
    case = run(case)
    assert pages(case) == {}
    assert not case.workspace.published(case.meeting_id).exists()


def test_pages_are_outputs_that_the_manifest_vouches_for(made):
    reply(made, "Alba", True)
    case = run(made)
    outputs = manifest.load(case.workspace, "harb-12")["outputs"]
    assert {name for name in outputs if name.startswith("published/")} == {
        f"published/harb-12/{name}" for name in ("ALB.html", "ALB.md", "index.html", "index.md")
    }


def test_files_as_received_come_with_a_warning_where_they_hold_contact_data(made, capsys):
    reply(made, "Alba", True)
    contact = {"name": "Ann Keeper", "email": "ann.keeper@duna.example"}
    reply(made, "Duna", True, contact=contact)
    case = run(made)
    capsys.readouterr()
    assert publish(case) == 0
    assert not (case.workspace.published("harb-12") / "received").exists()
    assert capsys.readouterr().out.startswith("2 replies in ")
    assert publish(case, "--as-received") == 0
    told = capsys.readouterr()
    assert "2 files as received" in told.out
    assert told.err.count("holds contact data") == 1
    assert "received/DUN-duna.yaml" in told.err
    kept = case.workspace.published("harb-12") / "received" / "DUN-duna.yaml"
    assert kept.read_bytes() == (case.folder / "replies" / "duna.yaml").read_bytes()
    # They stay over the next run.
    run(case)
    assert kept.exists()


def test_a_sheet_is_given_only_where_all_in_it_agreed(made):
    text = "respondent,recommendation,action_taken,text,publish\n"
    rows = "Alba,1.a,yes,We light lamps.,{alba}\nDuna,1.a,yes,We dredge.,{duna}\n"
    for name in ("alba.yaml", "duna.yaml"):
        (made.folder / "replies" / name).unlink()
    sheet = made.folder / "replies" / "sheet.csv"
    for duna, allowed in (("no", False), ("yes", True)):
        sheet.write_text(text + rows.format(alba="yes", duna=duna), encoding="utf-8")
        case = run(again(made))
        agreed = case.table("core.replies").filter(file="replies/sheet.csv", stands=True).sort("respondent")["publish"]
        assert agreed.to_list() == [True, allowed]
        assert publish(case, "--as-received") == 0
        assert ("received/ALB-sheet.csv" in pages(case)) is allowed


def test_without_any_consent_the_command_says_so(made, capsys):
    reply(made, "Alba", None)
    case = run(made)
    capsys.readouterr()
    assert publish(case) == 0
    assert "no respondent has said yes" in capsys.readouterr().out
