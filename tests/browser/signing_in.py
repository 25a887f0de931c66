"""Sign in without the sign-in form and its second factor, which have tests of their own."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

from portal.users.models import User
from tests.browser.server import PortalServer
from tests.users import helpers


def sign_in(context: BrowserContext, user: User, server: PortalServer) -> None:
    client = Client()
    helpers.sign_in(client, user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": server.url()}]
    )
