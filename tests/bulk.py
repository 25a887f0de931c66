"""Thousands of pages in seconds: rows alone, without revisions, signals and indexes."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale, Page


def add_rows(parent: Page, children: Sequence[Page]) -> None:
    """Insert live pages of one type, with title and slug, below the page; they know their keys then."""
    parent = Page.objects.get(pk=parent.pk)
    kind, locale = ContentType.objects.get_for_model(type(children[0])), Locale.objects.get()
    shared = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    for number, child in enumerate(children, parent.numchild + 1):
        child.path = Page._get_path(parent.path, parent.depth + 1, number)
        child.depth, child.url_path = parent.depth + 1, f"{parent.url_path}{child.slug}/"
        child.draft_title, child.content_type, child.locale = child.title, kind, locale
    pages = [Page(**{name: getattr(child, name) for name in shared}) for child in children]
    for page, child in zip(Page.objects.bulk_create(pages, batch_size=500), children, strict=True):
        child.pk = child.page_ptr_id = page.pk
    _insert_own_columns(children)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(children))


def _insert_own_columns(children: Sequence[Page]) -> None:
    """What the page type adds: no `bulk_create` of Django does it for a model with a parent."""
    meta = type(children[0])._meta
    fields = list(meta.local_concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({marks})',  # noqa: S608 (names of the model)
            [
                [
                    field.get_db_prep_save(getattr(child, field.attname), connection)
                    for field in fields
                ]
                for child in children
            ],
        )
