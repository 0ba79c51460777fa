"""QR codes: the matrix is a valid code, and the picture on a page draws the same one."""

import re

import segno

from krachtlokaal.publishing import qr

LINK = "https://voorbeeld.example/m/7KQ2-M4XD"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1H\1z")


def test_the_matrix_is_the_code_of_the_text() -> None:
    code = segno.make_qr(LINK, error="m", boost_error=False)
    assert qr.matrix(LINK) == [[bool(module) for module in row] for row in code.matrix]
    assert code.error == "M"


def test_the_corners_are_the_marks_that_a_reader_looks_for() -> None:
    rows = qr.matrix(LINK)
    edge = len(rows)
    for x, y in [(0, 0), (edge - 7, 0), (0, edge - 7)]:
        square = [row[x : x + 7] for row in rows[y : y + 7]]
        assert square[0] == square[6] == [True] * 7
        assert square[3] == [True, False, True, True, True, False, True]


def test_the_picture_draws_the_matrix_with_a_quiet_zone() -> None:
    rows = qr.matrix(LINK)
    drawn = [[False] * len(rows) for _ in rows]
    for x, y, length in RUN.findall(qr.svg(LINK, "Code")):
        for step in range(int(length)):
            drawn[int(y) - qr.MARGIN][int(x) - qr.MARGIN + step] = True
    assert drawn == rows
    edge = len(rows) + 8
    assert f'viewBox="0 0 {edge} {edge}"' in qr.svg(LINK, "Code")


def test_the_picture_has_a_name_and_nothing_that_the_content_policy_refuses() -> None:
    drawn = qr.svg(LINK, 'Code "<a>"')
    assert 'role="img" aria-label="Code &quot;&lt;a&gt;&quot;"' in drawn
    assert "style" not in drawn
    assert "script" not in drawn
