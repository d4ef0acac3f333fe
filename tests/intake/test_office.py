from tests.intake.build import check, one, outline, pdf, refusal, word

from summitry.intake import IntakeOptions, Refusal, from_bytes
from summitry.model.document import SegmentKind

PAGE = [
    "Joint Statement of Ruritania and Freedonia",
    "",
    "The Premier of Ruritania and the President of Freedonia met in Zenda on 3 March 2019,",
    "and agreed to build a bridge over the river that parts the two countries before the",
    "end of the year.",
    "",
    "1. Trade",
    "",
    "They welcomed the new agreement on timber, which had been signed the day before by",
    "both ministers.",
]


def test_pdf_lines_become_paragraphs() -> None:
    document = one(pdf([PAGE]), "statement.pdf")
    check(document)
    assert outline(document) == [
        ("title", PAGE[0]),
        ("paragraph", " ".join(PAGE[2:5])),
        ("heading", "Trade"),
        ("paragraph", " ".join(PAGE[8:])),
    ]
    assert document.meta.media_type == "application/pdf"


def test_running_heads_and_page_numbers_are_boilerplate() -> None:
    pages = [["Ministry of Zenda", *PAGE[2:5], f"- {number} -"] for number in range(1, 5)]
    document = one(pdf(pages), "long.pdf")
    assert sum(kind == "boilerplate" for kind, _ in outline(document)) >= 7


def test_pdf_without_text_layer_names_the_cause() -> None:
    found = refusal(pdf([[]]), "scan.pdf")
    assert "no text layer" in found.reason
    assert "OCR" in found.hint


def test_encrypted_pdf_names_the_cause() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<01> <01>]"
    assert "encrypted" in refusal(pdf([PAGE], lock), "locked.pdf").reason


def test_damaged_pdf_is_refused() -> None:
    assert "damaged PDF" in refusal(b"%PDF-1.7\nnothing of the kind", "bad.pdf").reason


def test_pdf_with_too_many_pages_names_the_limit() -> None:
    (found,) = from_bytes(pdf([PAGE] * 3), source="a.pdf", options=IntakeOptions(max_pages=2))
    assert isinstance(found, Refusal)
    assert "limit is 2" in found.reason


def test_word_document() -> None:
    data = word(
        ("Title", "Communiqué of Zenda"),
        ("Normal", "The two sides met on 3 March 2019."),
        ("Heading 1", "Trade"),
        ("Normal", "They welcomed the agreement on timber."),
        ("List Bullet", "A bridge will be built."),
    )
    document = one(data, "communique.docx")
    check(document)
    assert outline(document) == [
        ("title", "Communiqué of Zenda"),
        ("paragraph", "The two sides met on 3 March 2019."),
        ("heading", "Trade"),
        ("paragraph", "They welcomed the agreement on timber."),
        ("list-item", "A bridge will be built."),
    ]
    assert [segment.marker for segment in document.of_kind(SegmentKind.LIST_ITEM)] == ["-"]


def test_archives_that_are_no_word_documents_are_refused() -> None:
    import io
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "no Word document" in refusal(data.getvalue(), "a.docx").reason
    assert "damaged" in refusal(b"PK\x03\x04 cut short", "b.docx").reason


def test_word_document_that_unfolds_too_far_is_refused() -> None:
    import io
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    assert "unfolds" in refusal(data.getvalue(), "bomb.docx").reason
