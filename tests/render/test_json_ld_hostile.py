"""Structured data stays data: any string in any field parses back equal and can end no element and no line (S4)."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from a11y_content.blocks.media import Media
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.document import Code, Condition, Person, Reference, Review, Story
from a11y_content.model.inline import plain
from a11y_content.rendering.address import Place
from a11y_content.rendering.json_ld import escape, json_ld
from tests.examples import examples
from tests.render.schemaorg_facts import misfits

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("<>&\u2028\u2029\x00\x7f\x9f\ufffe\U0001ffff\\\"'/"),
        st.characters(categories=["Cs"]),
    ),
    max_size=30,
)


@examples(40)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_strings_in_every_field_parse_back_equal(one: str, two: str, three: str) -> None:
    person = Person(display=one)
    story = Story(lang="en", title=one, person=person, body=(), quote=two, summary=three)
    film = Media(media="video", title=plain(one), transcript=(Paragraph(inlines=plain(two)),))
    condition = Condition(
        lang="en",
        name=one,
        summary=two,
        sections=(film,),
        also_called=(three,),
        symptoms=(one,),
        tests=(two,),
        treatments=(three,),
        risk_factors=(one,),
        codes=(Code(value=two, system=three),),
        specialty=one,
        references=(Reference(id="a", text=plain(one), url=f"https://example.org/{two}"), Reference(text=plain(two))),
        review=Review(last=dt.date(2026, 1, 31), by=f"Dr. {one}", role=two),
    )
    for document in (story, condition):
        text = json_ld(document, Place(), crumbs=[(one, two)], listed=[(two, three)])
        assert not set(text) & set("<>&\u2028\u2029\x00\x7f\x9f\ufffe\U0001ffff")
        assert not any("\ud800" <= c <= "\udfff" for c in text)
        node = json.loads(text)
        assert node["name"] == one
        assert misfits(node) == []
    assert node["about"]["alternateName"] == [three]
    assert node["about"]["code"][0] == {"@type": "MedicalCode", "codeValue": two, "codingSystem": three}
    assert node["reviewedBy"]["name"] == f"Dr. {one}"


@examples(40)
@given(
    st.recursive(
        HOSTILE | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(HOSTILE, inner),
        max_leaves=8,
    )
)
def test_escaped_json_is_the_same_json(value: object) -> None:
    text = escape(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == json.loads(json.dumps(value))
    assert not set(text) & set("<>&\u2028\u2029")
