 #

BBBB BBBB
XXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXX
  BB BBBBBBBBBBBBBB
     gettext(u'%(done)s van %(all)s kaartjes gecodeerd') SSSSSSSS SSS SSSSSSS SSSSSSSS SSSSSSSSS
    BBBBBBBB BBBBBBBBBBBBBB BBBBBBBBBBBBBB BBBB
    BB BBBBBBBBBBBBBB
       gettext(u'%(done)s van %(all)s kaartjes door twee mensen gecodeerd') SSSSSSSS SSS SSSSSSS SSSSSSSS SSSS SSSS SSSSSS SSSSSSSSS
      BBBBBBBB BBBBBBBBBBBBB BBBBBBBBBBBBBB BBBB
    BBBBB
    BB BBBBBBBBBBBBBB
      XXX
        XX XXXXXXXXXXXXXXXXXXX
           ngettext(u'Van %(number)s open antwoord moet u nog nakijken of er namen in staan.', u'Van %(number)s open antwoorden moet u nog nakijken of er namen in staan.', count) 
            SSS SSSSSSSSSS SSSS SSSSSSSS SSSS S SSS SSSSSSSS SS SS SSSSS SS SSSSSS
          
            PPP PPPPPPPPPP PPPP PPPPPPPPPP PPPP P PPP PPPPPPPP PP PP PPPPP PP PPPPPP
          
        XXXX
      XXXX
    BBBBB
  BBBBB
  XX XXXXXXXXXXXXXX
    BB BBBBB
      BBBB BBBBBBB
      BB BBBBBBBBBBBBBBBBBBBBB gettext(u'Weggelegd:') BBBB gettext(u'Bewaard:') BBBBB
      XFFFFFFFFFFFFFFFFXBB BBBBBBBBBBBB BBB BBBBBBBBBBB BB BBBBBBBBBB BBB BBB BBBBBBBBBBBBBBBBBBBBBX X BBBBBX
      BB BBBBBBBBBBB BB BBBBBBBBBB gettext(u'De eerste en de tweede persoon kozen iets anders.')  XX XXXXXXBBB BBBBBBBBBBBBBBBBBBBBBBBBBB BBBBBBBBBXX gettext(u'Bekijk het verschil') XXXXBBBBB
      XX XXXXXXXBB BBBBBXXXXXBBBBBXXXXXXXX gettext(u'Verander dit') XXXX
    BBBBB
  XXXX
XXXXXX
