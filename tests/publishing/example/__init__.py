"""Documents to copy from: a report with a table of scores, letters, a questionnaire on paper.

The data are invented. Numbers and dates come as text, words in the language of the reader.
"""

from pathlib import Path

from krachtlokaal.publishing import pdf, qr

HERE = Path(__file__).parent
WORDS = {1: "Aandacht nodig", 2: "Kan sterker", 3: "Op orde", 4: "Sterk"}

LINK = "https://voorbeeld.example/m/7KQ2-M4XD"


def row(name: str, score: int, level: int) -> dict[str, object]:
    word = WORDS[level]
    return {"name": name, "score": score, "shown": str(score), "level": level, "word": word}


HEADS = ["Onderwerp", "Punten", "Niveau"]

TABLE: dict[str, object] = {
    "heading": "Tien onderwerpen, vijf krachten",
    "lead": "Hoe langer de balk, hoe sterker u bent. De schaal loopt van 0 tot 100.",
    "heads": HEADS,
    "steps": [40, 60, 80],
    "groups": [
        {"name": "Sturen", "rows": [row("Bestuur", 58, 2), row("Doel en plannen", 71, 3)]},
        {
            "name": "Dragen",
            "rows": [
                row("Vrijwilligers vinden", 34, 1),
                row("Vrijwilligers begeleiden en waarderen", 66, 3),
            ],
        },
        {
            "name": "Samenwerken",
            "rows": [
                row("Samenwerken binnen de organisatie", 86, 4),
                row("Samenwerken met anderen", 62, 3),
            ],
        },
        {
            "name": "Middelen",
            "rows": [row("Geld, plek en spullen", 75, 3), row("Regels en veiligheid", 48, 2)],
        },
        {
            "name": "Vernieuwen",
            "rows": [
                row("Zichtbaar en open", 82, 4),
                {
                    "name": "Leren en vernieuwen",
                    "score": None,
                    "shown": "–",
                    "level": None,
                    "word": "Niet ingevuld",
                },
            ],
        },
    ],
}

SCORES: dict[str, object] = {
    "foot": "KrachtMeting van Dorpshuis De Wilgenhoek",
    "brand": "Kracht Lokaal",
    "eyebrow": "KrachtMeting, november 2026",
    "lead": "Ingevuld namens de organisatie. Alleen u ziet dit rapport.",
    "good": {
        "heading": "Dit gaat goed",
        "items": [
            {"text": "De sfeer is goed.", "more": "Samenwerken binnen de organisatie: sterk."},
            {"text": "Mensen in het dorp kennen u.", "more": "Zichtbaar en open: sterk."},
            {"text": "U heeft genoeg geld voor dit jaar."},
        ],
    },
    "next": {
        "label": "Uw volgende stap",
        "heading": "Zoek drie mensen voor kleine klussen",
        "text": "Vrijwilligers vinden is voor u heel belangrijk en kost nu veel moeite.\n\n"
        "Begin klein: schrijf drie taken op die iemand in een uur kan doen.",
    },
    "table": TABLE,
}

ADDRESS = ["Dorpshuis De Wilgenhoek", "T.a.v. het bestuur", "Wilgenpad 12", "1234 AB  OEVERMEER"]

LETTER: dict[str, object] = {
    "address": ADDRESS,
    "date": "Oevermeer, 24 november 2026",
    "subject": "Hoe staat uw organisatie ervoor?",
    "text": "Beste bestuursleden,\n\n"
    "Wij willen weten wat vrijwilligersorganisaties in Oevermeer nodig hebben. Wilt u een "
    "vragenlijst invullen? Dat kost ongeveer 15 minuten. U krijgt meteen een rapport.\n\n"
    "Meedoen mag, het hoeft niet. Alleen u ziet uw rapport.",
    "way": {
        "matrix": qr.matrix(LINK),
        "alt": f"QR-code naar {LINK}",
        "title": "Zo doet u mee",
        "text": "Scan de code met uw telefoon. Of ga naar het adres hieronder en typ uw code.",
        "address": "voorbeeld.example/m",
        "code": "7KQ2-M4XD",
    },
    "closing": ["Met vriendelijke groet,", "Samira de Vries", "adviseur"],
}

LETTERS: dict[str, object] = {
    "sender": {
        "name": "Steunpunt Oeverland",
        "back": "Retour: Steunpunt Oeverland, Havenkade 3, 1234 CD Oevermeer",
        "lines": ["Havenkade 3", "1234 CD Oevermeer", "012 345 67 89", "steunpunt.example"],
    },
    "letters": [LETTER, {**LETTER, "address": ["Zangkoor Tij", "Kade 1", "1234 EF  OEVERMEER"]}],
}

AGREE = ["Helemaal niet mee eens", "Niet mee eens", "Neutraal", "Mee eens", "Helemaal mee eens"]
ASIDE = ["Weet ik niet", "Dit gaat niet over ons"]
STATEMENTS = [
    "Wij hebben genoeg vrijwilligers voor het werk dat wij willen doen.",
    "Wij weten voor welke taken wij nieuwe mensen nodig hebben.",
    "Wij vragen mensen persoonlijk om bij ons vrijwilliger te worden.",
    "Mensen met weinig tijd kunnen bij ons ook helpen.",
]

PAPER: dict[str, object] = {
    "foot": "KrachtMeting op papier",
    "lead": "Dorpshuis De Wilgenhoek",
    "how": "Zet bij elke vraag een kruisje in een rondje. U mag een vraag overslaan.\n\n"
    "Klaar? Stuur de lijst naar Steunpunt Oeverland, Havenkade 3, 1234 CD Oevermeer.",
    "topic": {
        "heading": "Vrijwilligers vinden",
        "questions": [
            *(
                {
                    "number": str(number),
                    "kind": "scale",
                    "text": statement,
                    "options": AGREE,
                    "aside": ASIDE,
                }
                for number, statement in enumerate(STATEMENTS, 1)
            ),
            {
                "number": "5",
                "kind": "choice",
                "many": True,
                "text": "Waar zoekt u nieuwe vrijwilligers?",
                "help": "U mag meer dan één antwoord kiezen.",
                "options": ["In onze eigen kring", "Op sociale media", "Op een markt of feest"],
            },
            {
                "number": "6",
                "kind": "number",
                "text": "Hoeveel vrijwilligers heeft u?",
                "unit": "mensen",
            },
            {"number": "7", "kind": "text", "text": "Wat wilt u ons nog vertellen?"},
        ],
    },
}


def scores(data: dict[str, object] = SCORES, *, language: str = "nl") -> bytes:
    title = "Dorpshuis De Wilgenhoek"
    return pdf.render(HERE / "score.typ", data, language=language, title=title)


def letters(data: dict[str, object] = LETTERS, *, language: str = "nl") -> bytes:
    return pdf.render(HERE / "letters.typ", data, language=language, title="Brieven")


def paper(data: dict[str, object] = PAPER, *, language: str = "nl") -> bytes:
    return pdf.render(HERE / "paper.typ", data, language=language, title="KrachtMeting")
