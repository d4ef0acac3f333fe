"""The adapters for public gold corpora, on tiny files of our own in their formats."""

import subprocess
import sys
from pathlib import Path

import pytest

from summitry.intake import from_text
from summitry.model.edtf import Edtf
from summitry.model.errors import InputError
from summitry.reading import reader_for

PEERS = Path(__file__).parents[2] / "bench" / "peers"
sys.path.insert(0, str(PEERS))
import event_records  # noqa: E402
import events  # noqa: E402
import timeml  # noqa: E402
import timex3  # noqa: E402
from timex3 import Timex  # noqa: E402

DAY = "2013-03-22"
TEXT = """<?xml version="1.0" ?>
<TimeML>
<DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22T09:00:00" functionInDocument="CREATION_TIME">22 March</TIMEX3></DCT>
<TITLE>A title of 2012</TITLE>
<TEXT>
The ministers <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2013-03-21">Thursday</TIMEX3> &amp; will meet again before
<TIMEX3 tid="t2" type="DATE" value="2013">the end of this year</TIMEX3>.

They <EVENT eid="e2">spoke</EVENT> for <TIMEX3 tid="t3" type="DURATION" value="PT2H">two hours</TIMEX3>, as
<TIMEX3 tid="t4" type="DATE" value="PAST_REF">recently</TIMEX3> agreed, on a plan of the 1990s.
<TIMEX3 tid="t5" type="DURATION" value="P1Y" beginPoint="t1" endPoint="t2"/>
</TEXT>
<TLINK lid="l1" timeID="t1" relatedToTime="t0" relType="BEFORE"/>
</TimeML>
"""
# Loose commas and records that only follow one another, as in the published file.
RECORDS = """{
    "id": "OWN-AGREE-1", "date": "2000-01-01",
    "source": [{"code": "NOR", "sector": "GOV"}, {"code": "KEN", "sector": "GOV"}],
    "target": "",
    "event": "AGREE",
    "text": "Norway and Kenya agreed on Monday to build a \\"Great Harbour, ]\\", a minister said.",
    "comment": "",
},
{
    "id": "OWN-DEMAND-1", "source": [{"code": "KEN"}], "target": [{"code": "CHLGOV"},], "event": "DEMAND",
    "text": "{Kenya called on Chile to release the crew of a ship.}",
},
{
    "id": "OWN-FIGHT-1", "source": [{"code": "---"}], "target": [{"code": "CHL"}], "event": "FIGHT",
    "text": "Masked men fired at a Chilean lighthouse on Tuesday.",
},
"""
VALIDATION = """<Validation><Sentences>
<Sentence date="20000105" id="OWN-01" category="DEMO" sentence="true">
<EventCoding sourcecode="KENGOV" targetcode="CHL" eventcode="0813"></EventCoding>
<EventCoding sourcecode="KENGOV" targetcode="CHL" eventcode="010"></EventCoding>
<Text>
Kenya lifted a curfew for sailors
of Chile.
</Text>
<Parse>(ROOT)</Parse>
</Sentence>
<Sentence date="20000105" id="OWN-02">
<EventCoding noevents="true"></EventCoding><Text>Nothing took place.</Text>
</Sentence>
</Sentences></Validation>
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def script(name: str, *args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PEERS / name), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "extents"),
    [
        ("They met on 3 March 2013 at 10 a.m.", {"3 March 2013 at 10 a.m.": "2013-03-03T10:00"}),
        ("They met at 15:30 yesterday", {"15:30 yesterday": "2013-03-21T15:30"}),
        ("They met on Friday night.", {"Friday night": "2013-03-22TNI"}),
        ("They met last week.", {"last week": "2013-W11"}),
        ("They will meet this weekend.", {"this weekend": "2013-W12-WE"}),
        ("They will meet next spring.", {"next spring": "2014-SP"}),
        ("in the first quarter of 2014", {"the first quarter of 2014": "2014-Q1"}),
        ("in the second half of 2014", {"the second half of 2014": "2014-H2"}),
        ("in the 1990s", {"the 1990s": "199"}),
        ("in the 20th century", {"the 20th century": "19"}),
        ("early in 2018", {"early in 2018": "2018"}),
        ("in early May", {"early May": "2013-05"}),
        ("before the end of this year", {"the end of this year": "2013"}),
        ("from 2018 onwards", {"2018": "2018"}),
        ("It lasts until March.", {"March": "2013-03"}),
        ("between 2009 and 2011", {"2009": "2009", "2011": "2011"}),
        ("within three months", {"three months": "P3M"}),
        ("over the next five years", {"the next five years": "P5Y"}),
        ("It took two and a half years.", {"two and a half years": "P2.5Y"}),
        ("It took a few weeks.", {"a few weeks": "PXW"}),
        ("for about 20 minutes", {"about 20 minutes": "PT20M"}),
        ("They meet every year.", {"every year": "P1Y"}),
        ("They meet every Monday.", {"every Monday": "XXXX-WXX-1"}),
        ("They will meet soon.", {}),
        ("They will meet after the Lakes Summit.", {}),
    ],
)
def test_an_expression_becomes_timex3(words, extents):
    assert {words[t.start : t.end]: t.value for t in timex3.find_timexes(words, DAY)} == extents


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2018-05~", "2018-05"),
        ("2012-24", "2012-WI"),
        ("2018/..", ""),
        ("2018-01/2018-03", "2018-Q1"),
        ("2018-02/2018-04", "2018"),
        ("1997/2004", ""),
        ("1801/1900", "18"),
    ],
)
def test_edtf_becomes_the_unit_it_is_or_lies_in(edtf, value):
    assert timex3.date_value(Edtf(edtf)) == value


def test_a_timeml_text_keeps_its_expressions_and_its_day(tmp_path):
    document = timeml.read(write(tmp_path / "own.tml", TEXT))
    assert document.created == DAY
    assert "title" not in document.text
    assert "Thursday & will" in document.text
    assert [(document.text[t.start : t.end], t.value) for t in document.timexes] == [
        ("Thursday", "2013-03-21"),
        ("the end of this year", "2013"),
        ("two hours", "PT2H"),
        ("recently", "PAST_REF"),
    ]


def test_a_tally_counts_extents_and_values():
    gold = [Timex(0, 4, "2013"), Timex(10, 20, "P3M"), Timex(30, 35, "2012"), Timex(40, 44, "2010")]
    found = [Timex(0, 4, "2013"), Timex(12, 20, "P3M"), Timex(30, 35, "2011"), Timex(50, 54, "2009")]
    counted = timeml.tally(gold, found)
    assert counted == timeml.Tally(gold=4, found=4, strict=2, relaxed=3, value=2)
    assert counted.scores == (50.0, 75.0, 50.0)


def test_one_found_expression_stands_for_one_of_the_gold():
    gold = [Timex(0, 4, "2013"), Timex(5, 9, "2014")]
    assert timeml.tally(gold, [Timex(0, 9, "2013")]).relaxed == 1


def test_vague_expressions_can_be_left_out():
    gold, found = timeml.dated(
        [Timex(0, 4, "2013"), Timex(9, 12, "PRESENT_REF")], [Timex(9, 12, ""), Timex(20, 24, "")]
    )
    assert gold == [Timex(0, 4, "2013")]
    assert found == [Timex(20, 24, "")]


def test_the_script_prints_scores_beside_the_peers(tmp_path):
    write(tmp_path / "own.tml", TEXT)
    done = script("timeml.py", tmp_path, "--show", 9)
    assert done.returncode == 0, done.stderr
    lines = {line.split("  ")[0]: line.split() for line in done.stdout.splitlines()}
    assert lines["Summitry"][1:4] == ["75.0", "75.0", "75.0"]
    assert lines["HeidelTime with TreeTagger"][-2:] == ["78.1", "2,700"]
    assert lines["Microsoft Recognizers"][-2:] == ["65.2", "3,200"]
    assert "own.tml: missed  'recently' PAST_REF" in done.stdout
    assert "own.tml: false   'the 1990s' 199" in done.stdout


def test_records_are_read_as_they_are_published(tmp_path):
    agreed, demanded, fought = event_records.load(write(tmp_path / "gold.txt", RECORDS))
    assert agreed.text == 'Norway and Kenya agreed on Monday to build a "Great Harbour, ]", a minister said.'
    assert agreed.mutual
    assert agreed.dyads == (("NOR", "KEN"), ("KEN", "NOR"))
    assert agreed.day == "2000-01-01"
    assert (demanded.category, demanded.dyads, demanded.mutual) == ("REQUEST", (("KEN", "CHL"),), False)
    assert demanded.text.startswith("Kenya called")
    assert (fought.category, fought.dyads) == ("ASSAULT", (("", "CHL"),))
    assert [e.complete for e in (agreed, demanded, fought)] == [True, True, False]


def test_validation_records_are_read(tmp_path):
    (record,) = event_records.load(write(tmp_path / "validation.xml", VALIDATION))
    assert record.text == "Kenya lifted a curfew for sailors of Chile."
    assert (record.day, record.category, record.dyads) == ("2000-01-05", "RETREAT", (("KEN", "CHL"),))


def test_a_record_is_right_by_category_and_states(tmp_path):
    agreed, demanded, fought = event_records.load(write(tmp_path / "gold.txt", RECORDS))
    assert events.right(agreed, [events.Found("AGREE", ("KEN", "NOR"))]) == (True, True)
    assert events.right(agreed, [events.Found("AGREE", ("KEN", ""))]) == (True, False)
    assert events.right(demanded, [events.Found("REQUEST", ("CHL", "KEN"))]) == (True, False)
    assert events.right(demanded, [events.Found("ACCUSE", ("KEN", "CHL"))]) == (False, False)
    assert events.right(fought, [events.Found("ASSAULT", ("PER", "CHL"))]) == (True, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya called on Chile to release the crew.", events.Found("REQUEST", ("KEN", "CHL"))),
        ("Norway will give Kenya a grant for a harbour.", events.Found("AGREE", ("NOR", "KEN"))),
        ("Kenya rejected a proposal by Chile to meet.", events.Found("REJECT", ("KEN", "CHL"))),
    ],
)
def test_findings_become_events(text, found):
    records = reader_for("en").read(from_text(text, published="2000-01-01"))
    assert found in set(events.events_of(records))


def test_the_script_counts_records_beside_the_peer(tmp_path):
    write(tmp_path / "readme.txt", "Nothing but words.")
    write(tmp_path / "gold.txt", RECORDS)
    done = script("events.py", tmp_path, "--show", 9)
    assert done.returncode == 0, done.stderr
    lines = {line.split("  ")[0]: line.split() for line in done.stdout.splitlines()}
    assert lines["Summitry"][1:-1] == ["66.7", "%", "66.7", "%", "1", "of", "1"]
    assert lines["PETRARCH2"][2:7] == ["25.2", "%", "5", "of", "40"]
    assert "OWN-FIGHT-1: ASSAULT →CHL, not nothing: Masked men" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("own.tml", "<TimeML><TEXT>unclosed", "not well-formed XML"),
        ("own.tml", "<html/>", "its root is html, not TimeML"),
        ("own.tml", "<TimeML><TEXT>No time at all.</TEXT></TimeML>", "hold no TIMEX3"),
    ],
)
def test_timeml_that_cannot_be_scored_is_refused(tmp_path, name, content, reason):
    with pytest.raises(InputError, match=reason) as caught:
        timeml.load(write(tmp_path / name, content))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gold.txt", '{"event": "AGREE" "text"', "record 1 is not JSON"),
        ("gold.txt", "Nothing but words.", "neither JSON nor XML"),
        ("gold.json", '[{"title": "no event"}]', "holds no event records"),
        ("gold.xml", "<Validation>", "not well-formed XML"),
    ],
)
def test_records_that_cannot_be_scored_are_refused(tmp_path, name, content, reason):
    with pytest.raises(InputError, match=reason) as caught:
        event_records.load(write(tmp_path / name, content))
    assert caught.value.hint


@pytest.mark.parametrize("name", ["timeml.py", "events.py"])
def test_a_missing_path_is_told_with_the_way_out(name, tmp_path):
    for path, reason in (
        (tmp_path / "absent", "there is no such file or folder"),
        (tmp_path, "no file below it ends in"),
    ):
        done = script(name, path)
        assert done.returncode == 2
        assert reason in done.stderr
        assert "hint: " in done.stderr
    assert "example: python bench/peers/" in script(name, "--help").stdout
