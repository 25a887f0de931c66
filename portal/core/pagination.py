"""Page numbers that never fail: whatever stands in the address, the reader gets a page."""

from django.core.paginator import Page, Paginator


def page_of(paginator: Paginator, number: str | None) -> tuple[Page, bool]:
    """The page asked for, and whether the number was out of range or no number at all."""
    if not number:
        return paginator.page(1), False
    try:
        wanted = int(number) if number.isascii() and len(number) < 10 else 0
    except ValueError:
        wanted = 0
    if 1 <= wanted <= paginator.num_pages:
        return paginator.page(wanted), False
    return paginator.page(min(max(wanted, 1), paginator.num_pages)), True


def page_numbers(page: Page) -> list[int | str]:
    """Numbers to link, with "…" where some are left out; empty when there is only one page."""
    paginator = page.paginator
    if paginator.num_pages < 2:
        return []
    return list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
