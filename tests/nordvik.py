"""Two plans and a register of Nordvik, which have a little of everything that a page shows."""

from __future__ import annotations

SUPERIOR = """\
plan: samfunn
tidligere_id: gammel-samfunn
tittel: Samfunnsdelen
type: samfunnsdel
eier: [nordvik]
språk: nn
periode: 2026–2038
status: vedtatt
målstruktur: [område, mål, strategi]
betegnelser:
  område: [Satsingsområde, Satsingsområde]
  strategi: {entall: Strategi, flertall: Strategiar, overskrift: Slik gjer vi det}
kontakt: {rolle: Planleggjar, epost: plan@nordvik.example, url: "https://nordvik.example/kontakt"}
saksgang:
  - {steg: høring, periode: 2025-11-01–2025-12-20}
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-03-12
    sak: PS 9/26
    resultat: vedtatt med endringer
    endringer:
      - {nummer: 1, gjelder: m1, tekst: Målet gjeld òg grendene., gjennomført: Teke inn.}
følger_ikke_opp:
  - {fn: 14, begrunnelse: Kommunen har ikkje kyst.}
  - {tema: Luftfart, begrunnelse: Staten har ansvaret.}
utgåtte:
  - {id: m9, tittel: Fleire arbeidsplassar, dato: 2026-03-12, grunn: Delt i to., erstattet_av: [m1, m2]}
visjoner:
  - {id: visjon, tittel: Vi held saman, verdier: [{id: raus, tittel: Raus}]}
områder:
  - id: arbeid
    tittel: Arbeid
    bærekraftsmål: [8, 9.3]
    ansvarlig: Plan
    utfordringer: [{id: u1, nummer: A, tekst: Dei unge flyttar ut.}]
    mål:
      - {id: m1, nummer: 1, tittel: Hundre arbeidsplassar, tidligere_id: mal1}
      - {id: m2, nummer: 2, tittel: Unge finn arbeid, bidrar_til: [u1]}
    strategier:
      - {id: s1, tekst: Ha ledige areal.}
      - {id: s2, tekst: Gi læreplass til alle., bidrar_til: [m2]}
    indikatorer:
      - id: i1
        tittel: Sysselsette 20–29 år
        retning: opp
        måltall: [{verdi: 75 %, år: 2038}]
        nøkkeltall: [{verdi: 71 %, år: 2024, gjelder: landet}]
"""

PLAN = """\
plan: handling
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: på høring
gjengivelse: egne ord
kilde: Saksframlegget, s. 4
overordnet: samfunn
saksgang: [{steg: høring, periode: 2026-10-15–2026-11-20}]
kapitler:
  - id: k1
    nummer: 1
    tittel: Innledning
    tekst: |
      Vi skriver om [[beon]] og [[samfunn/s1|arealene]].

      > Vi vil bli boende.
      > – Ung, 2025
    emner: [Barn og unge]
    tabeller:
      - {id: t1, tittel: Tilbud, kolonner: [Nivå, Tjenester], rader: [{Nivå: 2, Tjenester: [Hjelp, "Se [[m3]]"]}]}
    figurer: [{id: g1, tittel: Stigen, alt: En stige., kilde: "s. 3"}]
    kapitler: [{id: k1.boks, form: boks, tittel: I gang, tekst: Mye.}]
    interessenter: [{id: n1, aktør: nordvik, kan_påvirke: [Penger], kan_bli_påvirket: [Omdømme]}]
    roller: [{id: l1, tittel: Prosjekteier, aktør: [plan-og-miljo]}]
    faser:
      - {id: f1, nummer: 1, tittel: Oppstart, periode: 2018-08-25–2018-12, virkemidler: [{id: f1.v1, tekst: Ansette.}]}
    milepæler: [{id: p1, tittel: Vedtak, frist: 2018-04-27, målgruppe: Styret, ansvarlig: l1}]
    risikoer: [{id: r1, tekst: For få folk., sannsynlighet: høy, konsekvens: lav}]
mål:
  - id: h1
    sitert: samfunn/m1
    virkemidler:
      - id: h1.v1
        tittel: Klargjøre tomter
        ansvarlig: [{til: Plan, rolle: leder}, Teknisk]
        samarbeider_med: Næringslaget
        frist: høst 2028
        status: i gang
        finansiering: krever prioritering
        kostnader: [{hva: Arbeid, verdi: "4,5 mill. kr", år: 2028}, {hva: Ledelse, verdi: "0,4 årsverk"}]
        leveranser: [Reguleringsplan, "[[samfunn]]"]
        virkemidler: [{id: h1.v1.a, nummer: a, tekst: Grunnarbeid., frist: 2028-06-30}]
  - id: m3
    nummer: 3
    tittel: Alle er med[^1]
    fotnoter: {1: "Definert i [[hol-loven]]."}
    bærekraftsmål: [{fn: 3, vekt: hoved, begrunnelse: God helse.}]
    bygger_på: [{til: hol-loven, sted: § 3-2}]
    måltall: [{hva: Med, verdi: minst 20 plasser, år: 2030}]
    bidrar_til: [{til: samfunn/m2, begrunnelse: Samme sak.}]
    delmål:
      - id: m3.d1
        tittel: Rimelig
        uten_oppfølging: Ikke nå.
        virkemidler: [{id: m3.v1, tekst: Lage utlån., bidrar_til: [h1]}]
      - {id: m3.d2, tittel: Nær, følges_opp_i: [hol-loven, Budsjettet], ansvarlig: Ukjent kontor}
vedlegg: [{id: x1, tittel: Temaer, kapitler: [{id: x1.k1, tittel: Bolig, tekst: Noe.}]}]
"""

REGISTER = """\
register: alt
tittel: Alt
aktører:
  - {id: nordvik, navn: Nordvik kommune, type: kommune}
  - {id: plan-og-miljo, navn: Plan og miljø, alias: Plan, type: enhet, del_av: nordvik, gjelder: [samfunn, handling]}
  - {id: teknisk, navn: Teknisk drift, alias: Teknisk, type: enhet, del_av: nordvik, gjelder: [samfunn, handling]}
  - {id: lag, navn: Næringslaget, type: frivillig}
dokumenter:
  - {id: hol-loven, tittel: Helse- og omsorgstjenesteloven, type: lov, år: 2011, url: "https://lovdata.example/x"}
  - {id: forskrift, tittel: Forskriften, type: forskrift, erstattet_av: hol-loven}
ordliste:
  - {id: beon, ord: BEON, alias: BEON-prinsippet, forklaring: Beste nivå.}
"""
