"""Specialties: the closed set of schema.org 30.0 (MedicalSpecialty), for structured data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.model.document import Condition
from a11y_content.problem import Level, Problem, fault
from a11y_content.registry import suggest
from a11y_content.rules.survey import Survey, rule

SPECIALTY_UNKNOWN = fault(
    "specialty-unknown",
    "A medical specialty is none that schema.org has",
    why="It is left out of the page's structured data, since search engines would find nothing under its name.",
    mend="use a member of MedicalSpecialty, such as `Neurologic` or `Musculoskeletal`, or leave the field out",
    level=Level.WARNING,
    help_url="https://schema.org/MedicalSpecialty",
)

_NAMES: Final = """
    Anesthesia Cardiovascular CommunityHealth Dentistry Dermatologic Dermatology DietNutrition Emergency Endocrine
    Gastroenterologic Genetic Geriatric Gynecologic Hematologic Infectious LaboratoryScience Midwifery Musculoskeletal
    Neurologic Nursing Obstetric Oncologic Optometric Otolaryngologic Pathology Pediatric PharmacySpecialty
    Physiotherapy PlasticSurgery Podiatric PrimaryCare Psychiatric PublicHealth Pulmonary Renal RespiratoryTherapy
    Rheumatologic SpeechPathology Surgical Toxicologic Urologic
    """
SPECIALTIES: Final = frozenset(_NAMES.split())


@rule
def specialties(survey: Survey) -> Iterator[Problem]:
    """Warn of a specialty that is no member of the set."""
    document = survey.document
    if isinstance(document, Condition) and document.specialty and document.specialty not in SPECIALTIES:
        near = suggest(document.specialty, SPECIALTIES)
        hint = f"did you mean `{near}`?" if near else ""
        yield SPECIALTY_UNKNOWN.at(document.spot, f"“{document.specialty}” is no medical specialty", hint)
