"""A register of 260,000 organisations, made in the database itself; the names are invented."""

import psycopg

ORGANISATIONS = 260_000

ROWS = """
INSERT INTO register_organisation (name, name_key, kvk, sector, legal_form, address, postcode,
  place, municipality_id, website, volunteers, version, created_at, updated_at)
SELECT kind || ' ' || part || ' ' || n, lower(kind || ' ' || part || ' ' || n),
  lpad((90000000 + n)::text, 8, '0'),
  (ARRAY['sport','culture','neighbourhood','care','youth'])[1 + n %% 5],
  'association', 'Dorpsstraat ' || n %% 200, (1000 + n %% 8999) || ' AB',
  'Plaats ' || n %% 900, code,
  '', (n * 7) %% 120, 1, now(), now()
FROM (
  SELECT n,
    (ARRAY['Voetbalvereniging','Fanfare','Dorpshuis','Speeltuin','Scouting','Voedselbank','IJsclub',
           'Toneelgroep','Vogelwacht','Repaircafé'])[1 + n %% 10] AS kind,
    (ARRAY['De Lingebocht','Waalrand','Oosterwaard','Nijewâlde','De Zwette','Vechtoord'])
      [1 + (n / 10) %% 6] AS part,
    codes[1 + n %% array_length(codes, 1)] AS code
  FROM generate_series(1, %(count)s) n,
    (SELECT array_agg(code ORDER BY code) AS codes FROM register_municipality) m
) made
"""

SEARCH_ROWS = """
INSERT INTO office_publicsearchrow (kind, object_id, title, detail, tokens)
SELECT %(kind)s, id, name, place,
  lower(name || ' ' || place || ' ' || kvk || ' ' || municipality_id)
FROM register_organisation
"""


def fill(connection: psycopg.Connection, kind: str, count: int = ORGANISATIONS) -> None:
    """Fill an empty, migrated database; `kind` is the kind of an organisation's search row."""
    connection.execute(ROWS, {"count": count})
    connection.execute(SEARCH_ROWS, {"kind": kind})
    connection.execute("VACUUM ANALYZE")
