 #

BBBB BBBB
BBBB
XXXXXXXX XXXXXXXXXXXXXXXXXXX
  XXXXXXXXX gettext(u'Werken met het toetsenbord') XXXXXXXXXX
  XXXX XXXXXXXXXXXXXXXXX
    XXX gettext(u'De toetsen werken als u in het kaartje staat: klik erin, of ga er met Tab heen. In een tekstvak typt u gewoon.') XXXX
    XXXX
      XXXX gettext(u'1 tot en met 9 en 0: het thema, in de volgorde van de lijst.') XXXXX
      XXXX gettext(u'K knelpunt, W wens, A kans, V goed voorbeeld.') XXXXX
      XXXX gettext(u'L: naar het eigen label. C: mag als citaat. S: er staan geen namen in.') XXXXX
      XXXX gettext(u'Enter: bewaar, en naar het volgende kaartje.') XXXXX
    XXXXX
  XXXXXX
XXXXXXXXXX
BBBBBBB
