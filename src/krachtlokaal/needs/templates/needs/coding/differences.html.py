BBBBBBB BBBBBBBBBBB
BBBB BBBB
BBBBB BBBBB gettext(u'Verschillen') BBBBBBBB
BBBBB BBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
BBBBB BBBB
  BBBBBBB BBBBBBBBBBBBBBBBBBBBBBB BBBB BBBBBBBBBBBBBB
  XXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXX
     gettext(u'Onderdelen van het coderen') BBBB BBBB BBBBB
    BB BBBBB
      XXX gettext(u'Bij deze kaartjes koos de tweede persoon iets anders dan de eerste. Bespreek ze samen en leg vast wat telt.') XXXX
      BBB BBBB BB BBBBB
        XXXXXXXX XXXXXXXXXXXXXXX XXXXXXXXXX
          BBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
          BB BBB BBBBBBBBBBBBBBB BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
        XXXXXXXXXX
      BBBBBB
      BBBBB BBBB
    BBBB
       gettext(u'Er zijn geen verschillen') 
      BBBBBBB BBBBBXXX gettext(u'Wat door twee mensen gecodeerd is, komt overeen of is al besloten.') XXXXBBBBBBBBBB
    BBBBB
  XXXXXX
BBBBBBBB
