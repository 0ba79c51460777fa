"""Every address and who may come in: one line per URL name. A new address starts here.

`Line(gate)`                 the gate of the view: a capability, PUBLIC, SIGNED_IN, LINK, ENTRANCE.
`Line(gate, "contact")`      the address names a thing: the factory of that name in objects.py.
`Line(gate, post=True)`      the view takes POST only.
`Line(…, answers={302})`     what who may come in gets for a thing of her own; usually 200.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from krachtlokaal.accounts.enums import Capability as Can
from krachtlokaal.accounts.gate import ENTRANCE, LINK, PUBLIC, SIGNED_IN

OTHERS = "made by others"  # views that have no gate of ours; each line says what they answer
OK = frozenset({200})
GONE_ON = frozenset({302})
EITHER = frozenset({200, 302})


@dataclass(frozen=True)
class Line:
    gate: Can | str
    thing: str = ""
    post: bool = False
    answers: AbstractSet[int] = OK
    # What an operator without a workspace gets where SEE_START lets her in.
    without_workspace: int = 200


TABLE: dict[str, Line] = {
    # The portal.
    "portal:home": Line(PUBLIC, answers=EITHER),
    "portal:privacy": Line(PUBLIC),
    "portal:accessibility": Line(PUBLIC),
    "portal:help": Line(PUBLIC),
    "portal:sources": Line(PUBLIC),
    "portal:style": Line(PUBLIC),
    # Without a worker, as in these tests, it says so with 503.
    "portal:health": Line(PUBLIC, answers={200, 503}),
    "portal:robots": Line(PUBLIC),
    "portal:security": Line(PUBLIC),
    "portal:start": Line(Can.SEE_START),
    "portal:search": Line(Can.READ_REGISTER),
    "portal:operate": Line(Can.OPERATE),
    "portal:retention": Line(Can.OPERATE),
    "portal:draft": Line(Can.SEE_START, post=True, answers={200, 204, 400}),
    "portal:organisation": Line(Can.READ_REGISTER, "organisation"),
    "portal:jobs": Line(Can.SEE_JOBS),
    "portal:job": Line(Can.SEE_JOBS, "job"),
    # Who did not start the job and does not manage the workspace may look, not start again.
    "portal:job_retry": Line(Can.SEE_JOBS, "job", post=True, answers={302, 403}),
    "portal:job_file": Line(Can.EXPORT, "job_file"),
    "portal:outbox": Line(Can.SEE_MAIL),
    "portal:outbox_resend": Line(Can.SEND_MAIL, "mail", post=True, answers=EITHER),
    # On a laptop, in tests and in the demo everybody reads the mail of the invented people; with a
    # real mail server these two are not there (tests/portal).
    "portal:mailbox": Line(PUBLIC),
    "portal:mail": Line(PUBLIC, "mailbox_message"),
    # The organisations of the register.
    "register:list": Line(Can.READ_REGISTER),
    "register:choose": Line(Can.READ_REGISTER, post=True, answers=EITHER),
    "register:map": Line(Can.READ_REGISTER),
    "register:create": Line(Can.WRITE_FACTS),
    "register:change": Line(Can.PROPOSE_FACTS, "organisation"),
    "register:end": Line(Can.WRITE_FACTS, "organisation"),
    "register:restart": Line(Can.WRITE_FACTS, "organisation", post=True, answers=GONE_ON),
    "register:confirm": Line(Can.WRITE_FACTS, "organisation", post=True, answers=GONE_ON),
    "register:export": Line(Can.EXPORT, post=True, answers=EITHER),
    "register:proposals": Line(Can.PROPOSE_FACTS),
    "register:proposal": Line(Can.PROPOSE_FACTS, "proposal", answers=EITHER),
    # What a workspace knows of them.
    "register:contact_new": Line(Can.WRITE_CONTACTS, "organisation"),
    "register:contact_change": Line(Can.WRITE_CONTACTS, "contact"),
    "register:contact_end": Line(Can.WRITE_CONTACTS, "contact"),
    "register:contact_restart": Line(Can.WRITE_CONTACTS, "contact", post=True, answers=GONE_ON),
    "register:note_new": Line(Can.WRITE_CONTACTS, "organisation"),
    "register:note_remove": Line(Can.WRITE_CONTACTS, "note", post=True, answers=GONE_ON),
    "register:tag_add": Line(Can.WRITE_CONTACTS, "organisation"),
    "register:tag_remove": Line(Can.WRITE_CONTACTS, "tag", post=True, answers=GONE_ON),
    "register:tag_organisations": Line(Can.WRITE_CONTACTS, post=True, answers=EITHER),
    "register:selections": Line(Can.READ_OWN_NOTES),
    "register:selection_new": Line(Can.WRITE_CONTACTS, answers=EITHER),
    "register:selection_change": Line(Can.WRITE_CONTACTS, "selection"),
    "register:selection_remove": Line(Can.WRITE_CONTACTS, "selection"),
    # Imports.
    "register:imports": Line(Can.IMPORT),
    "register:import_sample": Line(Can.IMPORT),
    "register:import": Line(Can.IMPORT, "import", answers=EITHER),
    "register:import_columns": Line(Can.IMPORT, "import", answers=EITHER),
    "register:import_sheet": Line(Can.IMPORT, "import", post=True, answers=EITHER),
    "register:import_manner": Line(Can.IMPORT, "import", post=True, answers=EITHER),
    "register:import_places": Line(Can.IMPORT, "import", post=True, answers=EITHER),
    "register:import_row": Line(Can.IMPORT, "import_row", answers=EITHER),
    "register:import_agree": Line(Can.IMPORT, "import", answers=EITHER),
    "register:import_again": Line(Can.IMPORT, "import", post=True, answers=EITHER),
    "register:import_undo": Line(Can.IMPORT, "import", answers=EITHER),
    "register:import_discard": Line(Can.IMPORT, "import", answers=EITHER),
    "register:import_rejected": Line(Can.IMPORT, "import", answers=EITHER),
    # Duplicates.
    "register:pairs": Line(Can.MERGE),
    "register:pairs_find": Line(Can.MERGE, post=True, answers=GONE_ON),
    "register:pair_different": Line(Can.MERGE, "pair", post=True, answers=GONE_ON),
    "register:merge": Line(Can.MERGE, "two_organisations"),
    "register:merged_list": Line(Can.MERGE),
    "register:merged": Line(Can.MERGE, "merged"),
    "register:merge_undo": Line(Can.MERGE, "merged", post=True, answers=GONE_ON),
    # Mailings, checks and successions.
    "register:mailings": Line(Can.SEND_MAIL),
    "register:mailing_new": Line(Can.SEND_MAIL, answers=EITHER),
    "register:mailing": Line(Can.SEND_MAIL, "mailing", answers=EITHER),
    "register:mailing_copy": Line(Can.SEND_MAIL, "mailing", post=True, answers=GONE_ON),
    "register:mailing_discard": Line(Can.SEND_MAIL, "mailing"),
    "register:mailing_who": Line(Can.SEND_MAIL, "mailing"),
    "register:mailing_text": Line(Can.SEND_MAIL, "mailing"),
    "register:mailing_preview": Line(Can.SEND_MAIL, "mailing", answers=EITHER),
    "register:mailing_try": Line(Can.SEND_MAIL, "mailing", post=True, answers=EITHER),
    "register:mailing_send": Line(Can.SEND_MAIL, "mailing", answers=EITHER),
    "register:checks": Line(Can.SEND_MAIL),
    "register:contact_ask": Line(Can.SEND_MAIL, "contact", post=True, answers=GONE_ON),
    "register:succession_new": Line(Can.SEND_MAIL, "contact"),
    "register:succession_withdraw": Line(Can.SEND_MAIL, "succession", answers=EITHER),
    "register:opt_out": Line(LINK, "opt_out_link"),
    "register:check": Line(LINK, "check_link"),
    "register:check_change": Line(LINK, "check_link"),
    "register:check_stop": Line(LINK, "check_link"),
    "register:check_opt_out": Line(LINK, "check_link"),
    "register:succession": Line(LINK, "succession_link"),
    # The vocabulary and the offers.
    "topics:offers": Line(PUBLIC),
    "topics:offer": Line(PUBLIC, "offer"),
    "topics:offer_file": Line(PUBLIC, "offer_file"),
    # Measuring: waves and their field work.
    "surveys:waves": Line(Can.SEE_TOTALS),
    "surveys:wave_new": Line(Can.RUN_WAVES, answers=EITHER),
    "surveys:wave": Line(Can.SEE_FIELD_WORK, "wave", answers=EITHER),
    "surveys:wave_who": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_how": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_words": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_preview": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_try": Line(Can.RUN_WAVES, "preparing_wave", post=True, answers=GONE_ON),
    "surveys:wave_sender": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_open": Line(Can.RUN_WAVES, "preparing_wave"),
    "surveys:wave_take_back": Line(Can.RUN_WAVES, "wave", post=True, answers=GONE_ON),
    "surveys:wave_extend": Line(Can.RUN_WAVES, "wave"),
    "surveys:wave_close": Line(Can.RUN_WAVES, "wave", answers=EITHER),
    "surveys:wave_call_off": Line(Can.RUN_WAVES, "wave", answers=EITHER),
    "surveys:field_work": Line(Can.SEE_FIELD_WORK, "wave"),
    "surveys:calls": Line(Can.SEE_FIELD_WORK, "wave"),
    "surveys:call_list_file": Line(Can.EXPORT, "wave", post=True),
    "surveys:call": Line(Can.SEE_FIELD_WORK, "measurement_of_wave"),
    "surveys:invite_again": Line(
        Can.SEE_FIELD_WORK, "measurement_of_wave", post=True, answers={404}
    ),
    "surveys:paper": Line(Can.SEE_FIELD_WORK, "measurement_of_wave", post=True, answers=GONE_ON),
    "surveys:letters": Line(Can.RUN_WAVES, "wave", answers=EITHER),
    "surveys:blank": Line(Can.SEE_FIELD_WORK, "wave", answers={404}),
    "surveys:open_link": Line(Can.RUN_WAVES, "wave", answers=EITHER),
    "surveys:entry_decide": Line(Can.RUN_WAVES, "entry_of_wave", post=True, answers=GONE_ON),
    "surveys:code": Line(PUBLIC),
    "surveys:real": Line(PUBLIC),
    "surveys:lost": Line(PUBLIC),
    "surveys:opt_out": Line(LINK, "mailed_answer_link"),
    "surveys:entry": Line(LINK, "entry_link"),
    # Questionnaires. Everybody reads what was published; drafts are of their own workspace.
    "surveys:questionnaires": Line(Can.SEE_TOTALS),
    "surveys:questionnaire_new": Line(Can.EDIT_QUESTIONNAIRES),
    "surveys:questionnaire": Line(Can.SEE_TOTALS, "questionnaire_draft"),
    "surveys:questionnaire_file": Line(Can.SEE_TOTALS, "questionnaire_draft"),
    "surveys:questionnaire_compare": Line(Can.SEE_TOTALS, "two_versions"),
    "surveys:questionnaire_texts": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_draft"),
    "surveys:questionnaire_preview": Line(
        Can.EDIT_QUESTIONNAIRES, "questionnaire_draft", post=True
    ),
    "surveys:questionnaire_replace": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_draft"),
    "surveys:questionnaire_publish": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_draft"),
    "surveys:questionnaire_discard": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_draft"),
    "surveys:questionnaire_retire": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_published"),
    "surveys:questionnaire_next": Line(Can.EDIT_QUESTIONNAIRES, "questionnaire_published"),
    # Measuring: reports, their managers, shared results, and who wants to be called.
    "surveys:report": Line(LINK, "sent_answer_link"),
    "surveys:report_pdf": Line(LINK, "sent_answer_link"),
    "surveys:ask_call": Line(LINK, "sent_answer_link", answers={405}),
    "surveys:share": Line(LINK, "sent_answer_link", answers={405}),
    "surveys:become_manager": Line(LINK, "sent_answer_link", answers={405}),
    "surveys:withdraw": Line(LINK, "own_answer_link"),
    "surveys:report_together": Line(LINK, "own_answer_link"),
    "surveys:together_pdf": Line(LINK, "own_answer_link", answers={404}),
    "surveys:manager_link": Line(PUBLIC),
    "surveys:managed": Line(LINK, "manager_link"),
    "surveys:managed_report": Line(LINK, "manager_link"),
    "surveys:managed_file": Line(LINK, "manager_file"),
    "surveys:switches": Line(LINK, "manager_link", answers={405}),
    "surveys:hand_over": Line(LINK, "manager_link"),
    "surveys:delete_result": Line(LINK, "manager_link"),
    "surveys:keep_result": Line(LINK, "manager_link", answers={405}),
    "surveys:results": Line(Can.SEE_RESULTS),
    "surveys:result": Line(Can.SEE_RESULTS, "shared_result"),
    "surveys:wishes": Line(Can.SEE_FIELD_WORK),
    "surveys:wish_settle": Line(Can.SEE_FIELD_WORK, "wish", post=True, answers=GONE_ON),
    # Measuring: totals of a wave.
    "surveys:totals": Line(Can.SEE_TOTALS, "wave"),
    "surveys:totals_file": Line(Can.SEE_TOTALS, "totals_file"),
    # Measuring: who answers, by her link or by an open one.
    "surveys:answer_start": Line(LINK, "answer_link"),
    "surveys:answer_facts": Line(LINK, "answer_link"),
    "surveys:answer_page": Line(LINK, "answer_page"),
    "surveys:answer_contact": Line(LINK, "answer_link"),
    "surveys:answer_check": Line(LINK, "answer_link"),
    "surveys:answer_send": Line(LINK, "answer_link", answers=GONE_ON),
    "surveys:answer_keep": Line(LINK, "answer_link", answers={405}),
    "surveys:colleagues": Line(LINK, "answer_link", answers=GONE_ON),
    "surveys:open_entry": Line(LINK, "open_link"),
    "surveys:self_start": Line(PUBLIC),
    # Needs: surveys.
    "needs:surveys": Line(Can.SEE_NEEDS),
    "needs:survey": Line(Can.SEE_NEEDS, "needs_survey"),
    "needs:survey_new": Line(Can.RUN_NEEDS),
    "needs:survey_area": Line(Can.RUN_NEEDS, "needs_preparing"),
    "needs:survey_plan": Line(Can.RUN_NEEDS, "needs_preparing"),
    "needs:survey_waves": Line(Can.RUN_NEEDS, "needs_preparing"),
    "needs:survey_wave_attach": Line(Can.RUN_NEEDS, "needs_preparing", post=True, answers={404}),
    "needs:survey_wave_detach": Line(Can.RUN_NEEDS, "needs_preparing", post=True, answers=GONE_ON),
    "needs:survey_freeze": Line(Can.RUN_NEEDS, "needs_preparing"),
    "needs:population": Line(Can.SEE_NEEDS, "needs_survey"),
    "needs:survey_close": Line(Can.RUN_NEEDS, "needs_survey", answers=EITHER),
    "needs:survey_remove": Line(Can.RUN_NEEDS, "needs_preparing", answers=EITHER),
    "needs:survey_repeat": Line(Can.RUN_NEEDS, "needs_survey", answers=EITHER),
    # People and workspaces.
    "accounts:workspace": Line(Can.SEE_START, without_workspace=404),
    "accounts:details": Line(Can.MANAGE_WORKSPACE),
    "accounts:areas": Line(Can.MANAGE_WORKSPACE),
    "accounts:log": Line(Can.READ_AUDIT),
    "accounts:members": Line(Can.MANAGE_MEMBERS),
    "accounts:invite": Line(Can.MANAGE_MEMBERS),
    "accounts:role": Line(Can.MANAGE_MEMBERS, "membership"),
    "accounts:end": Line(Can.MANAGE_MEMBERS, "membership"),
    "accounts:reset_key": Line(Can.MANAGE_MEMBERS, "membership"),
    "accounts:send_again": Line(Can.MANAGE_MEMBERS, "invitation", post=True, answers=GONE_ON),
    "accounts:withdraw": Line(Can.MANAGE_MEMBERS, "invitation"),
    "accounts:invitation": Line(LINK, "invitation_link"),
    "accounts:switch": Line(SIGNED_IN),
    "accounts:profile": Line(SIGNED_IN),
    "accounts:sign_out_everywhere": Line(SIGNED_IN),
    "accounts:second_factor": Line(SIGNED_IN, answers=GONE_ON),
    "accounts:lost_key": Line(Can.OPERATE),
    # The doors of allauth. A visitor gets the page or is sent on; who is inside already is sent on.
    "account_login": Line(ENTRANCE, answers=EITHER),
    "account_request_login_code": Line(ENTRANCE, answers=EITHER),
    "account_confirm_login_code": Line(ENTRANCE, answers=GONE_ON),
    "account_signup": Line(PUBLIC),
    "account_inactive": Line(ENTRANCE),
    "account_logout": Line(ENTRANCE, answers=EITHER),
    "mfa_authenticate": Line(ENTRANCE, answers=GONE_ON),
    "mfa_login_webauthn": Line(ENTRANCE, answers=GONE_ON),
    "socialaccount_login_cancelled": Line(ENTRANCE),
    "socialaccount_login_error": Line(ENTRANCE, answers={401}),
    # Without OpenID Connect in the settings there is no such door.
    "openid_connect_login": Line(ENTRANCE, "provider", answers={404}),
    "openid_connect_callback": Line(ENTRANCE, "provider", answers={404}),
    # The pages of allauth about one's own keys.
    "mfa_index": Line(SIGNED_IN),
    "mfa_list_webauthn": Line(SIGNED_IN),
    "mfa_reauthenticate": Line(SIGNED_IN),
    "mfa_reauthenticate_webauthn": Line(SIGNED_IN, answers=GONE_ON),
    "mfa_activate_totp": Line(SIGNED_IN, answers=GONE_ON),
    "mfa_deactivate_totp": Line(SIGNED_IN, answers=GONE_ON),
    "mfa_view_recovery_codes": Line(SIGNED_IN, answers={404}),
    "mfa_generate_recovery_codes": Line(SIGNED_IN, answers=GONE_ON),
    "mfa_download_recovery_codes": Line(SIGNED_IN, answers={404}),
    "mfa_add_webauthn": Line(SIGNED_IN, answers=GONE_ON),
    "mfa_remove_webauthn": Line(SIGNED_IN, "passkey", answers=GONE_ON),
    "mfa_edit_webauthn": Line(SIGNED_IN, "passkey", answers=GONE_ON),
    # Django's own: chooses a language, keeps it in a cookie, sends back to a page of ours.
    "set_language": Line(OTHERS, post=True, answers=GONE_ON),
}
