"""Every page that can be fetched: an address in the demo world for each line of the table."""

from django.urls import reverse
from playwright.sync_api import Page

from krachtlokaal.accounts.services import invitations
from krachtlokaal.needs.links import GUEST, NOTES, REPORT
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.queries import checks, successions
from krachtlokaal.register.services import optouts
from tests.access.table import TABLE
from tests.browser.product import Product
from tests.browser.watching import check_axe, check_width

# The workspace of the coordinator who walks by.
PLACE = "(SELECT id FROM accounts_workspace WHERE slug = 'partoer')"
# Answers that are files or bare lines.
FILES = {
    "portal:robots",
    "portal:health",
    "portal:security",
    "portal:job_file",
    "register:import_sample",
    "register:import_rejected",
    "mfa_download_recovery_codes",
    "topics:offer_file",
    "surveys:questionnaire_file",
    "surveys:report_pdf",
    "surveys:totals_file",
    "surveys:managed_file",
    "needs:edition_file",
    "needs:report_file",
    "needs:report_presence",
    "needs:cards_pdf",
    "needs:notes_cards",
    "needs:notes_worker",
    "needs:table_guide_pdf",
    "needs:table_attendance_pdf",
    "needs:rsvp_calendar",
    "needs:outcome_file",
}
# These can't be met in the demo world by fetching alone; the walks come by them.
BY_WALKING = {
    "portal:home": "for a member it leads on to her start page; the first visit covers it",
    "account_login": "who is inside is sent on; the first visit covers it",
    "account_request_login_code": "the same",
    "account_confirm_login_code": "needs a code that is on its way: tests/browser/test_keys.py",
    "mfa_reauthenticate": "needs a key of one's own: tests/browser/test_keys.py",
    "register:import_agree": "a list that waits for its answer: tests/browser/test_walk_import.py",
    "account_inactive": "nobody in the demo world is closed out",
    "surveys:report": "who sent has no address any more: tests/browser/test_walk_measure_report.py",
    "surveys:report_together": "the same",
    "surveys:withdraw": "the same",
    "needs:dots": "only while dots are given: tests/browser/test_walk_needs_notes.py",
    "needs:coding_difference": "two keys: tests/browser/test_walk_needs_coding.py",
    "needs:guest_opt_out": "needs a mail: tests/browser/test_walk_needs_tables.py",
    "needs:block_remove": "asks about a text of one's own: tests/browser/test_walk_needs_report.py",
    "socialaccount_login_cancelled": "only where an organisation's own sign-in is set",
}
OUTCOMES = (
    f"needs_needssurvey WHERE workspace_id = {PLACE}"
    " AND id::text IN (SELECT key FROM office_release WHERE kind = 'needs.outcome')"
)
OWN = {
    "advice_case": f"advice_advicecase WHERE workspace_id = {PLACE} AND state <> 'closed'",
    "organisation": "register_organisation WHERE merged_into_id IS NULL AND ended_on IS NULL",
    "contact": f"register_contact WHERE workspace_id = {PLACE} AND ended_on IS NULL",
    "job": f"office_job WHERE workspace_id = {PLACE}",
    "selection": f"register_selection WHERE workspace_id = {PLACE}",
    "import": f"register_importrun WHERE workspace_id = {PLACE}",
    "import_row": f"register_importrow WHERE workspace_id = {PLACE}",
    "merged": "register_merge",
    "mailing": f"register_mailing WHERE workspace_id = {PLACE}",
    "succession": f"register_succession WHERE workspace_id = {PLACE}",
    "proposal": "register_proposal",
    "membership": f"accounts_membership WHERE workspace_id = {PLACE} AND ended_at IS NULL",
    "event_day": f"events_eventday WHERE workspace_id = {PLACE}",
    "invitation": f"accounts_invitation WHERE workspace_id = {PLACE}",
    "mailbox_message": "office_mailboxmessage",
    "needs_action": f"needs_action WHERE workspace_id = {PLACE}",
    "needs_block": f"needs_block WHERE workspace_id = {PLACE} AND theme_id IS NOT NULL",
    "needs_edition": f"needs_edition WHERE workspace_id = {PLACE}",
    "needs_report": "needs_needssurvey WHERE id IN (SELECT survey_id FROM needs_block)",
    "needs_survey": f"needs_needssurvey WHERE workspace_id = {PLACE}",
    "needs_preparing": f"needs_needssurvey WHERE workspace_id = {PLACE} AND state = 'preparing'",
    "needs_outcome": OUTCOMES,
    "needs_outcome_theme": OUTCOMES,
    "needs_table": f"needs_roundtable WHERE workspace_id = {PLACE}",
    "offer": "topics_offer WHERE withdrawn_at IS NULL",
    "shared_result": f"surveys_measurement WHERE workspace_id = {PLACE} AND shares_result",
    "wave": f"surveys_wave WHERE workspace_id = {PLACE}",
}
# What an address names besides its thing.
BESIDES = {"needs_outcome_theme": {"theme": "mensen_vinden"}}
PURPOSES = {
    "needs_guest_link": GUEST,
    "needs_notes_link": NOTES,
    "needs_report_link": REPORT,
    "opt_out_link": optouts.PURPOSE,
    "check_link": checks.PURPOSE,
    "succession_link": successions.PURPOSE,
    "invitation_link": invitations.PURPOSE,
}
MOST_TRIES = 40


def names(*rooms: str) -> list[str]:
    """The lines of these rooms that answer a GET with a page."""
    return [
        name
        for name, line in TABLE.items()
        if name.partition(":")[0] in rooms
        and 200 in line.answers
        and not line.post
        and name not in FILES
        and name not in BY_WALKING
    ]


def addresses(product: Product, name: str) -> list[str]:
    """Addresses of this name for things of the demo world; the newest things first."""
    thing = TABLE[name].thing
    if not thing:
        return [reverse(name)]
    if thing in PURPOSES:
        return [reverse(name, kwargs={"secret": s}) for s in _secrets(product, PURPOSES[thing])]
    if thing == "two_organisations":
        query = (
            "SELECT a_id, b_id FROM register_duplicatepair WHERE state = 'open' ORDER BY id LIMIT 5"
        )
        return [reverse(name, kwargs={"kept": a, "gone": b}) for a, b in product.ask_all(query)]
    if thing == "import_row":
        query = f"SELECT run_id, id FROM {OWN[thing]} ORDER BY id DESC LIMIT {MOST_TRIES}"
        return [reverse(name, args=row) for row in product.ask_all(query)]
    if thing == "needs_guest":
        query = "SELECT table_id, id FROM needs_guest WHERE wiped_on IS NULL ORDER BY id LIMIT 9"
        rows = product.ask_all(query)
        return [reverse(name, kwargs={"pk": a, "guest": b}) for a, b in rows]
    if thing == "needs_card":
        query = "SELECT table_id, id FROM needs_card WHERE number = 1 ORDER BY table_id LIMIT 9"
        rows = product.ask_all(query)
        return [reverse(name, kwargs={"pk": a, "card": str(b)}) for a, b in rows]
    if thing == "measurement_of_wave":
        query = f"SELECT wave_id, id FROM surveys_measurement ORDER BY id DESC LIMIT {MOST_TRIES}"
        rows = product.ask_all(query)
        return [reverse(name, kwargs={"pk": a, "measurement": b}) for a, b in rows]
    query = f"SELECT id FROM {OWN[thing]} ORDER BY id DESC LIMIT {MOST_TRIES}"
    more = BESIDES.get(thing, {})
    return [reverse(name, kwargs={"pk": pk} | more) for (pk,) in product.ask_all(query)]


def _secrets(product: Product, purpose: str) -> list[str]:
    query = (
        "SELECT purpose, nonce FROM office_personallink WHERE purpose = %s"
        " AND nonce IS NOT NULL AND revoked_at IS NULL ORDER BY id DESC LIMIT 10"
    )
    found = product.ask_all(query, purpose)
    return [links.token(PersonalLink(purpose=name, nonce=nonce)) for name, nonce in found]


def open_page(page: Page, product: Product, name: str) -> None:
    """Go to the first of its addresses that shows a page."""
    tried = []
    for address in addresses(product, name):
        answer = page.request.get(address, max_redirects=0)
        tried.append(f"{answer.status} {address}")
        if answer.status == 200:
            page.goto(address)
            return
    raise AssertionError(f"No page of the demo world for {name}: {tried}")


def check_page(page: Page, product: Product, name: str) -> None:
    """What holds for every page: at 1280 and at 320 pixels, for eyes and for other senses."""
    open_page(page, product, name)
    assert page.title().strip("– "), page.url
    check_axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    check_width(page)
