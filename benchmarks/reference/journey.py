"""REFJ: a questionnaire in bare Django. Nine pages; each is shown, kept in the database and goes on
with five statements in all; at the end the whole is stored.

What a careful programmer writes without thinking of speed: models, a template loop, one row of JSON
that is kept per respondent.
"""

from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

PAGES = 9
STATEMENTS = [f"Zin nummer {number}: wij doen dit samen en het gaat goed." for number in range(5)]
ANSWERS = [
    (1, "Helemaal niet mee eens"),
    (2, "Niet mee eens"),
    (3, "Niet mee eens, niet mee oneens"),
    (4, "Mee eens"),
    (5, "Helemaal mee eens"),
    (6, "Weet ik niet"),
    (7, "Dit gaat niet over ons"),
]
TABLES = """
CREATE TABLE IF NOT EXISTS refj_respondent (id bigserial PRIMARY KEY, token text UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS refj_kept (id bigserial PRIMARY KEY, respondent_id bigint UNIQUE NOT NULL
  REFERENCES refj_respondent, answers jsonb NOT NULL);
CREATE TABLE IF NOT EXISTS refj_sent (id bigserial PRIMARY KEY, answers jsonb NOT NULL);
"""


class Respondent(models.Model):
    token = models.TextField(unique=True)

    class Meta:
        app_label = "reference"
        managed = False
        db_table = "refj_respondent"

    def __str__(self) -> str:
        return self.token


class Kept(models.Model):
    respondent = models.OneToOneField(Respondent, on_delete=models.CASCADE)
    answers = models.JSONField(default=dict)

    class Meta:
        app_label = "reference"
        managed = False
        db_table = "refj_kept"

    def __str__(self) -> str:
        return str(self.respondent_id)


class Sent(models.Model):
    answers = models.JSONField(default=dict)

    class Meta:
        app_label = "reference"
        managed = False
        db_table = "refj_sent"

    def __str__(self) -> str:
        return str(self.pk)


def make_tables() -> None:
    """Called once by the benchmark, as who owns the tables."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)


@transaction.atomic
def page(request: HttpRequest, token: str, number: int) -> HttpResponse:
    respondent = Respondent._default_manager.get(token=token)
    kept = Kept._default_manager.get(respondent=respondent)
    if request.method == "POST":
        answers = {key: value for key, value in request.POST.items() if key.startswith("s")}
        kept.answers |= {f"{number}.{key}": value for key, value in answers.items()}
        kept.save(update_fields=["answers"])
        return redirect("page", token, number + 1) if number < PAGES else _store(kept)
    questions = [
        (f"s{index}", text, kept.answers.get(f"{number}.s{index}", ""))
        for index, text in enumerate(STATEMENTS)
    ]
    context = {"questions": questions, "options": ANSWERS, "number": number, "pages": PAGES}
    return render(request, "journey.html", context)


def _store(kept: Kept) -> HttpResponse:
    Sent._default_manager.create(answers=kept.answers)
    kept.delete()
    return HttpResponse("Dank u wel.")


urlpatterns = [path("vragen/<str:token>/<int:number>/", page, name="page")]
