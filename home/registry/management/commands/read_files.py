"""Read the words of files that were not read yet, or whose reading failed; the nightly repair runs it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import F, Q, QuerySet

from home.registry.extraction import extract, text_extracted
from home.registry.models import FileText
from home.registry.rules.reading import READERS
from portal.media.models import PortalDocument


class Command(BaseCommand):
    help = "Đọc chữ trong các tệp chưa đọc hoặc đọc hỏng (--all: đọc lại mọi tệp)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="đọc lại mọi tệp")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = done = 0
        for document in waiting(everything=options["all"]).iterator(chunk_size=100):
            row = extract(document)
            text_extracted.send(sender=PortalDocument, document=document)
            done += 1
            failed += row.status == FileText.Status.FAILED
        if options["verbosity"]:
            self.stdout.write(f"Đã đọc {done} tệp, {failed} tệp không đọc được.")


def waiting(everything: bool = False) -> QuerySet[PortalDocument]:
    kinds = Q()
    for kind in READERS:
        kinds |= Q(file__iendswith=f".{kind}")
    found = PortalDocument.objects.filter(kinds).order_by("pk")
    if everything:
        return found
    read = FileText.objects.filter(document__file_hash=F("file_hash"))
    return found.exclude(pk__in=read.exclude(status=FileText.Status.FAILED).values("document"))
