"""The corpora benchmark counts by itself: its words, its sample, and a loss that it must see."""

from collections import Counter
from pathlib import Path

from benchmarks.corpora import run as running
from benchmarks.corpora import words_in
from benchmarks.corpora.run import Corpus, Tally, go_through
from benchmarks.corpora.sample import choose
from benchmarks.corpora.table import HEAD, codes, rows, table


def test_words_of_html_are_parted_at_blocks_and_not_at_marks() -> None:
    text = "<p>hay<b>fever</b></p><p>and <img alt='a nose'></p><script>no</script>"
    assert words_in.of_html(text) == Counter(["hayfever", "and", "a", "nose"])


def test_strings_of_json_are_taken_but_for_those_that_steer_a_program() -> None:
    tree = {"type": "x", "value": [{"heading": "One", "id": "q"}, "Two"]}
    assert list(words_in.of_strings(tree, {"type", "id"})) == ["One", "Two"]


def test_a_sample_has_pages_of_every_corpus_and_is_spread() -> None:
    tallies = [Tally("a", pages=[f"a/{n}" for n in range(100)]), Tally("b", pages=["b/0"]), Tally("c")]
    chosen = choose(tallies, 10)
    assert len(chosen) == 10
    assert "b/0" in chosen
    assert any(int(page.partition("/")[2]) > 50 for page in chosen)


def test_a_corpus_is_counted_and_a_lost_word_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Knees\n---\nRest the knee.\n", "utf-8")
    corpus = Corpus("one", "*.md", "*.md", words_in.markdown)
    whole = go_through(corpus, tmp_path, tmp_path / "work")
    assert (whole.documents, whole.lost, whole.tracebacks, whole.differ, whole.pages) == (1, [], [], [], ["one/a.html"])
    more = Corpus("one", "*.md", "*.md", lambda path: words_in.markdown(path) + Counter(["ibuprofen"]))
    (said,) = go_through(more, tmp_path, tmp_path / "again").lost
    assert said.endswith("a.md: ibuprofen")


def test_a_traceback_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Rest.\n", "utf-8")

    def fail(path: Path) -> Counter[str]:
        raise ValueError(path)

    (said,) = go_through(Corpus("one", "*.md", "*.md", fail), tmp_path, tmp_path / "work").tracebacks
    assert "ValueError" in said


def test_the_table_sums_up() -> None:
    tallies = [Tally("a", sources=2, words=1000, lost=["x: y z"]), Tally("b", sources=3)]
    assert [len(row) for row in rows(tallies)] == [len(HEAD)] * 3
    assert rows(tallies)[2][:2] == ("all", "5")
    assert rows(tallies)[0][7] == "2"
    assert "1,000" in table(tallies)
    assert "by code" in codes(tallies)
    assert running.CORPORA
