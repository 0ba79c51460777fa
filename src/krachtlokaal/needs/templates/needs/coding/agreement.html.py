BBBBBBB BBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'Overeenstemming') BBBBBBBB
BBBBB BBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBBB BBBB
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBBBBBB
  XXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXXX
     gettext(u'Onderdelen van het coderen') BBBB BBBB BBBBB
    BB BBBBBBBBBBB
      XX XXXXXXXXXXXXXXXX gettext(u'Gerekend over %(number)s kaartjes die door twee mensen gecodeerd zijn, voordat zij samen besloten.') SSSSSSSS SSSS SSSSSSSSSS SSSSSSSS SSS SSSS SSSS SSSSSS SSSSSSSSS SSSSS SSSSSSS SSS SSSSS SSSSSSSSSXXXX
      BBB BBBB BB BBBBBBBBBBB
        XXXXXXXX XXXXXXXXXXXXXXX XXXXXXXXX XXXXXXXXXXXXXXXXXXXXXXXX
          XXX XXXXXXXXXXXXXXXX
          XXXXXXXXXXX gettext(u'Bij %(same)s van de %(all)s kaartjes koos u allebei hetzelfde.') SSS SSSSSSSS SSS SS SSSSSSS SSSSSSSS SSSS S SSSSSSS SSSSSSSSSSXXXXXXXXXXXXX
          XXXXXXX
          XXXX XXXXXXXXXXXXXXXXXX
            XXXXXX XXXXXXXXXXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXX
              XXXXXXXX XXXXXXXXXXXXXXXXXX gettext(u'%(what)s: hoeveel kaartjes elk koos') SSSSSSSSS SSSSSSS SSSSSSSS SSS SSSSXXXXXXXXXX
              XXXXXX XXXXXXXXXXXXXXXX
                XXX XXXXXXXXXXX
                  XXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXX
                  XXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXXXXXX gettext(u'Eerste') XXXXX
                  XXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXXXXXX gettext(u'Tweede') XXXXX
                  XXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXXXXXX gettext(u'Allebei') XXXXX
                  XXX XXXXXXXXXXXXXXXXXXX XXXXXXXXXXX XXXXXXXXXXXXXXX gettext(u'Overeenstemming') XXXXX
                XXXXX
              XXXXXXXX
              XXXXXX XXXXXXXXXXXXXXXX
                BBB BBB BB BBBBBBBBB
                  XXX XXXXXXXXXXX
                    XXX XXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXXX
                    XXX XXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Eerste') XXFFFFFFXXXXX
                    XXX XXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Tweede') XXFFFFFFXXXXX
                    XXX XXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Allebei') XXFFFFFFXXXXX
                    XXX XXXXXXXXXXX XXXXXXXXXXXXXX XXXXXXXXXXXX gettext(u'Overeenstemming') XXFFFFFFFXXXXX
                  XXXXX
                BBBBBB
              XXXXXXXX
            XXXXXXXX
          XXXXXX
          XXXXXXXX XXXXXXXXXXXXXXXXXXX
            XXXXXXXXX gettext(u'Zo is dit berekend') XXXXXXXXXX
            XXXX XXXXXXXXXXXXXXXXX
              BB BBBBBBBBBBBBBBBBB BB BBBB
                XXX gettext(u'Cohens kappa bestaat hier niet: er is maar één vak gekozen.') XXXX
              BBBB
                XXX gettext(u'Cohens kappa is %(kappa)s (standaardfout %(se)s). U koos bij %(share)s van de kaartjes hetzelfde; kappa trekt daarvan af wat ook bij toeval zou kloppen. 1 is altijd hetzelfde, 0 is niet beter dan toeval.') SSSSSS SSSSS SS SSSSSSSSS SSSSSSSSSSSSSS SSSSSSSS S SSSS SSS SSSSSSSSS SSS SS SSSSSSSS SSSSSSSSSS SSSSS SSSSS SSSSSSS SS SSS SSS SSS SSSSSS SSS SSSSSSSS S SS SSSSSS SSSSSSSSSS S SS SSSS SSSSS SSS SSSSSSSXXXX
              BBBBB
              XXX gettext(u'Wij noemen 0,80 of meer goed en 0,67 of meer redelijk. Dat zijn vuistregels. Per vak is de overeenstemming twee keer het aantal van u beiden, gedeeld door dat van de eerste en de tweede samen.') XXXX
            XXXXXX
          XXXXXXXXXX
        XXXXXXXXXX
      BBBBBB
    BBBB
       gettext(u'Nog te weinig om te vergelijken') 
      BBBBBBB BBBBB
        XXX gettext(u'%(done)s kaartjes zijn door twee mensen gecodeerd. Vanaf %(least)s rekenen wij uit hoe goed zij overeenkomen.') SSSSSSSS SSSSSSSS SSSS SSSS SSSS SSSSSS SSSSSSSSSS SSSSS SSSSSSSSS SSSSSSS SSS SSS SSS SSSS SSS SSSSSSSSSSSSSXXXX
        XXXXX XXXXXXBBB BBBBBBBBBBBBBB BBBBBBBBBXXXXXXXXXXXXXX gettext(u'Codeer als tweede') XXXXXXXX
      BBBBBBBBBB
    BBBBB
  XXXXXX
BBBBBBBB
