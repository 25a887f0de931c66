"""What is planted for each owner, as data: a model of a later room joins by one line.

`PLANTED` says how rows of a model come into being; every page type joins by itself. `EXEMPT` lists the
models that hold nothing of a unit, each with the reason. A test fails for a model in neither.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    Page,
    PageViewRestriction,
    WorkflowPage,
    WorkflowTask,
    get_page_models,
)

from home.news.models import NewsPage
from tests.isolation.sowing import Garden, filled, paper, picture, sow, sow_page
from tests.isolation.words import Words
from units.models import Role, Unit
from units.people.memberships import sync_groups

Planter = Callable[[Garden], Any]


def row(label: str, **given: Any) -> Planter:
    """A row of the model with words everywhere; `given` may hold functions of the garden."""

    def plant_row(garden: Garden) -> None:
        values = {
            name: value(garden) if callable(value) else value for name, value in given.items()
        }
        sow(garden, apps.get_model(label), **values)

    return plant_row


def planted_elsewhere(garden: Garden) -> None:
    """Comes into being with another line: revisions with pages, states with workflows."""


def plant_user(garden: Garden) -> None:
    role = Role.BOARD if garden.unit.is_province else Role.UNIT_ADMIN
    user = sow(garden, apps.get_model("users.user"), is_active=True, password="!")
    sow(garden, apps.get_model("units.membership"), user=user, role=role, revoked_at=None)
    sync_groups(user)


def plant_files(garden: Garden) -> None:
    collection = garden.unit.collection or Collection.get_first_root_node()
    below = collection.add_child(name=garden.text("wagtailcore.collection.name"))
    garden.keep(collection, below)
    for label, make in (("media.portalimage", picture), ("media.portaldocument", paper)):
        file = sow(
            garden,
            apps.get_model(label),
            collection=below,
            file=make(garden.word(f"{label}.file")),
            uploaded_by_user=garden.one("users.user"),
        )
        file.tags.add(garden.text(f"{label}.tags"))
        log(instance=file, action="wagtail.create", user=garden.one("users.user"))
    garden.keep(*garden.one("media.portalimage").tags.all())
    garden.one("media.portalimage").get_rendition("width-50")


def plant_pages(garden: Garden) -> None:
    """A draft of every type; and one page each: changed, private, scheduled, locked."""
    home = garden.unit.home_page
    for model in get_page_models():
        if model._meta.label_lower not in EXEMPT and not model._meta.abstract:
            sow_page(garden, model, home)
    home.refresh_from_db()
    changed = NewsPage(title="Bài đã đăng", slug=f"bai-{home.pk}", lead="Lời dẫn.", live=True)
    Page.objects.get(pk=home.pk).add_child(instance=changed)
    garden.keep(changed)
    for name, value in filled(garden, NewsPage).items():
        if name not in {"slug", "live"}:
            setattr(changed, name, value)
    changed.save_revision(log_action=True, user=garden.one("users.user"))
    private = sow_page(garden, NewsPage, home, live=True)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    soon = timezone.now() + timedelta(days=3)
    scheduled = sow_page(garden, NewsPage, home, go_live_at=soon)
    scheduled.save_revision().publish()
    locked = sow_page(garden, NewsPage, home)
    locked.locked, locked.locked_by = True, garden.one("users.user")
    locked.locked_at = timezone.now()
    locked.save(update_fields=["locked", "locked_by", "locked_at"])
    changed_home = Page.objects.get(pk=home.pk).specific
    changed_home.title = garden.text("home.draft_title")
    changed_home.save_revision(log_action=True, user=garden.one("users.user"))


def plant_workflow(garden: Garden) -> None:
    """A workflow of the unit's own, and a draft in it that was returned with a comment."""
    workflow = sow(garden, apps.get_model("wagtailcore.workflow"), active=True)
    task = sow(garden, apps.get_model("wagtailcore.groupapprovaltask"), active=True)
    task.groups.set(garden.one("users.user").groups.all())
    garden.keep(task.task_ptr)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    page = garden.one("news.newspage")
    WorkflowPage.objects.create(workflow=workflow, page=page)
    state = workflow.start(page, garden.one("users.user"))
    comment = garden.text("wagtailcore.taskstate.comment")
    garden.keep(state, state.current_task_state)
    state.current_task_state.task.specific.on_action(
        state.current_task_state, garden.one("users.user"), "reject", comment=comment
    )
    state.refresh_from_db()
    state.resume(garden.one("users.user"))
    garden.keep(state.current_task_state)


def plant_log(garden: Garden) -> None:
    user = garden.one("users.user")
    page, data = garden.one("news.newspage"), {"text": garden.text("wagtailcore.pagelogentry.data")}
    log(instance=page, action="wagtail.edit", user=user, data=data)
    entry = log(
        instance=garden.one("units.official"),
        action="wagtail.edit",
        user=user,
        title=garden.text("wagtailcore.modellogentry.label"),
        data={"text": garden.text("wagtailcore.modellogentry.data"), "unit": garden.unit.pk},
    )
    garden.keep(entry)


def content_type_of(label: str) -> Callable[[Garden], ContentType]:
    return lambda garden: ContentType.objects.get_for_model(apps.get_model(label))


def of(label: str) -> Callable[[Garden], Model]:
    return lambda garden: garden.one(label)


def portrait_of(garden: Garden) -> Any:
    """A picture without words: officials and their portraits are public."""
    from tests.factories import make_image

    image = make_image("Chân dung", "Chân dung cán bộ")
    image.collection = garden.one("wagtailcore.collection")
    image.save()
    return image


def site_of(garden: Garden) -> Any:
    return apps.get_model("wagtailcore.site").objects.first()


PLANTED: dict[str, Planter] = {
    "users.user": plant_user,
    "units.membership": planted_elsewhere,
    "units.invitation": row("units.invitation", role=Role.CONTRIBUTOR, accepted_at=None),
    "wagtailcore.collection": plant_files,
    "media.portalimage": planted_elsewhere,
    "media.portalrendition": planted_elsewhere,
    "media.portaldocument": planted_elsewhere,
    "taggit.tag": planted_elsewhere,
    "taggit.taggeditem": planted_elsewhere,
    "wagtailcore.page": plant_pages,
    "wagtailcore.revision": planted_elsewhere,
    "wagtailcore.pageviewrestriction": planted_elsewhere,
    "wagtailcore.workflow": plant_workflow,
    "wagtailcore.workflowtask": planted_elsewhere,
    "wagtailcore.workflowpage": planted_elsewhere,
    "wagtailcore.workflowstate": planted_elsewhere,
    "wagtailcore.task": planted_elsewhere,
    "wagtailcore.groupapprovaltask": planted_elsewhere,
    "wagtailcore.taskstate": planted_elsewhere,
    "wagtailcore.comment": row("wagtailcore.comment", page=of("news.newspage"), contentpath="lead"),
    "wagtailcore.commentreply": row("wagtailcore.commentreply", comment=of("wagtailcore.comment")),
    "wagtailcore.pagesubscription": row(
        "wagtailcore.pagesubscription", page=of("news.newspage"), comment_notifications=False
    ),
    "wagtailcore.uploadedfile": row(
        "wagtailcore.uploadedfile", for_content_type=content_type_of("media.portalimage")
    ),
    "wagtailadmin.editingsession": row(
        "wagtailadmin.editingsession",
        content_type=content_type_of("wagtailcore.page"),
        object_id=lambda garden: garden.one("news.newspage").pk,
    ),
    "wagtailredirects.redirect": row(
        "wagtailredirects.redirect",
        site=site_of,
        redirect_page=None,
        old_path=lambda garden: f"/{garden.word('wagtailredirects.redirect.old_path')}",
    ),
    "units.official": row("units.official", portrait=portrait_of),
    "navigation.menuitem": row("navigation.menuitem", link_page=of("news.newspage"), link_url=""),
    "navigation.linkedsite": row("navigation.linkedsite"),
    "news.promotion": row("news.promotion", page=lambda garden: garden.rows["news.newspage"][1]),
    "legal_education.pagereview": row(
        "legal_education.pagereview", page=of("legal_education.legaleducationpage")
    ),
    "legal_education.duenotice": row(
        "legal_education.duenotice", page=of("legal_education.legaleducationpage")
    ),
    "schedules.scheduleversion": row(
        "schedules.scheduleversion", page=of("schedules.workschedulepage")
    ),
    "schedules.leaderpublication": row("schedules.leaderpublication"),
    "reception.regularhours": row("reception.regularhours", weekday=1),
    "reception.receptionday": row("reception.receptionday", official=None),
    "registry.documentfile": row(
        "registry.documentfile",
        page=of("registry.officialdocumentpage"),
        document=of("media.portaldocument"),
    ),
    "registry.documentrelation": row(
        "registry.documentrelation", page=of("registry.officialdocumentpage"), target=None
    ),
    "registry.filetext": row("registry.filetext", document=of("media.portaldocument")),
    "quizzes.quizversion": row("quizzes.quizversion", page=of("quizzes.quizpage")),
    "quizzes.quizdraft": row("quizzes.quizdraft", page=of("quizzes.quizpage")),
    "quizzes.quizentry": row("quizzes.quizentry", page=of("quizzes.quizpage")),
    "quizzes.keycorrection": row("quizzes.keycorrection", page=of("quizzes.quizpage")),
    "quizzes.winnersnotice": row("quizzes.winnersnotice", page=of("quizzes.quizpage")),
    "moderation.reviewstep": row("moderation.reviewstep", task_state=of("wagtailcore.taskstate")),
    "moderation.barred": row("moderation.barred", step=of("moderation.reviewstep")),
    "moderation.delegation": row("moderation.delegation"),
    "moderation.ledgerentry": row(
        "moderation.ledgerentry",
        unit_id=lambda garden: garden.unit.pk,
        topics=lambda garden: [garden.text("moderation.ledgerentry.topics")],
    ),
    "moderation.pendingmail": row("moderation.pendingmail"),
    "users.mailchange": row("users.mailchange"),
    "wagtailcore.pagelogentry": plant_log,
    "wagtailcore.modellogentry": planted_elsewhere,
}

PUBLIC = "its fields stand on public pages"
SHARED = "shared by all units by design, edited by the board"
STOCK = "unused: the portal has a model of its own for this"
KEYS = "keys and codes without a word of a unit; no screen lists them"
INDEX = "a copy of rows that are planted themselves, read by no screen"
GRANTS = "who may do what: set by roles, listed for system administrators alone"

EXEMPT: dict[str, str] = {
    "units.unit": PUBLIC,
    "wagtailcore.site": PUBLIC,
    "home.homepage": "there is one, the province's; its unpublished change is planted",
    "subsites.unitdirectorypage": "there is one, the province's",
    "subsites.unithomepage": "one for each unit; its unpublished change is planted",
    "laws.law": SHARED,
    "laws.amendment": SHARED,
    "laws.lapse": SHARED,
    "news.topic": SHARED,
    "legal_education.legalfield": SHARED,
    "legal_education.audience": SHARED,
    "legal_education.monthlytheme": SHARED,
    "legal_education.citedlaw": "numbers of shared laws beside a page that is planted itself",
    "registry.documentfield": SHARED,
    "calendar.holiday": SHARED,
    "moderation.returnreason": SHARED,
    "moderation.unitreview": "the task of every unit's first stage; its state is planted",
    "moderation.boardreview": "the board's task; its state is planted",
    "moderation.mailpreference": "a person's own settings, without a text",
    "audit.refusalcount": KEYS,
    "audit.subject": SHARED,
    "wagtailcore.locale": SHARED,
    "contenttypes.contenttype": SHARED,
    "auth.permission": GRANTS,
    "auth.group": GRANTS,
    "wagtailcore.grouppagepermission": GRANTS,
    "wagtailcore.groupcollectionpermission": GRANTS,
    "wagtailcore.groupsitepermission": GRANTS,
    "wagtailadmin.admin": GRANTS,
    "wagtailcore.collectionviewrestriction": "tests/media; the screen is the board's",
    "wagtailcore.workflowcontenttype": "snippets have no workflow here",
    "wagtaildocs.document": STOCK,
    "wagtailimages.image": STOCK,
    "wagtailimages.rendition": STOCK,
    "wagtailembeds.embed": "what other sites say about an address; the portal embeds nothing",
    "wagtailusers.userprofile": "a person's own settings, without a text",
    "wagtailadmin.formstate": "what a person typed, found by that person's own key alone",
    "search.indexentry": INDEX,
    "wagtailsearch.indexentry": INDEX,
    "wagtailsearch.sqliteftsindexentry": INDEX,
    "wagtailcore.referenceindex": INDEX,
    "demo.samplerecord": "numbers of sample rows",
    "traffic.dailycount": "numbers of public pages",
    "traffic.dailyvisitors": "numbers of public pages",
    "traffic.dailysalt": KEYS,
    "traffic.mark": KEYS,
    "users.throttle": KEYS,
    "users.opensession": "where one is signed in: no word of a unit, and only the owner sees it",
    "account.emailaddress": KEYS,
    "account.emailconfirmation": KEYS,
    "mfa.authenticator": KEYS,
    "axes.accessfailurelog": "no screen; the security log is planted",
    "axes.accessattempt": "no screen; the security log is planted",
    "axes.accessattemptexpiration": "no screen",
    "axes.accesslog": "no screen; the security log is planted",
    "sessions.session": KEYS,
}


def is_planted(model: type[Model]) -> bool:
    label = model._meta.label_lower
    return label in PLANTED or (issubclass(model, Page) and label not in EXEMPT)


def plant(unit: Unit, words: Words) -> Garden:
    garden = Garden(unit, words)
    for planter in PLANTED.values():
        planter(garden)
    return garden
