BBBBBBB BBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'Twee keer coderen') BBBBBBBB
BBBBB BBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBBB BBBB
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBBBBBB
  XXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXX
     gettext(u'Onderdelen van het coderen') BBBB BBBB BBBBB
    XXXX XXXXXXXXXXXXXXXXX
      XXXX gettext(u'Twee keer coderen') XXXXX
      XXX gettext(u'Kijkt een tweede persoon hetzelfde naar de kaartjes? Een collega codeert ze ook, zonder de eerste codering te zien. Wie een kaartje als eerste codeerde, kan niet de tweede zijn.') XXXX
      XXX gettext(u'Een kaartje dat op zijn tweede codering wacht, telt nog niet mee in de uitkomst en het rapport. Zo ziet de tweede codeur nergens wat de eerste koos.') XXXX
      BB BBBBBBBBBBBBBBBBBB BBB BBBBBBBBBBBBBBBBBB BB BBB BBBB BBB BBBBBBBBBBBBBBBBBB
        XX XXXXXXXXXXXXXXXX gettext(u'De steekproef van %(size)s kaartjes is geloot met het getal %(seed)s. Kwamen er daarna kaartjes bij? Bewaar dan nog een keer: dan loten die mee.') SS SSSSSSSSSS SSS SSSSSSSS SSSSSSSS SS SSSSSS SSS SSS SSSSS SSSSSSSSS SSSSSS SS SSSSSS SSSSSSSS SSSS SSSSSS SSS SSS SSS SSSSS SSS SSSSS SSS SSSSXXXX
      BBBBB
    XXXXXX
    BB BBBBBBBB
      XXX gettext(u'Het rapport is vastgesteld. De kaartjes veranderen niet meer.') XXXX
    BBBB
      XXXXX XXXXXXXXXXXXXXX XXXXXXXX XXXXXXXXXXXX XXXXXXXXXXXXX XXXXXXXXXX
        BBBBBBBBBB
        BBBBBBBBBBBBB BBBB
        
        BBBBB BBBBBBBB
        BBBBB BBBBBBBBB
        XXXXXXXXXXXX XXXXXXXXXXXXX XXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXX gettext(u'Bewaar de keuze') XXXXXXXXXXXXXXX
      XXXXXXX
    BBBBB
  XXXXXX
BBBBBBBB
