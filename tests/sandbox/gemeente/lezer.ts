/** Reads a made gemeente as a console would: by reference, not by knowing how it was made. */
import {
  padVan,
  type Gemeente,
  type JsonObject,
  type Rij,
  type TabelNaam,
} from '../../../server/sandbox/typen.ts';

export interface GelezenZaak {
  zaak: Rij;
  pad: string;
  zaaktype: Rij;
  /** In the order in which they were set. */
  statussen: { tijdstip: number; naam: string; eind: boolean; uuid: string }[];
  substatussen: Rij[];
  rollen: Rij[];
  resultaat: string | null;
  besluiten: Rij[];
  documenten: number;
  deelzaken: GelezenZaak[];
}

const tekst = (rij: JsonObject | undefined, naam: string): string => {
  const waarde = rij?.[naam];
  return typeof waarde === 'string' ? waarde : '';
};
export { tekst };

export function alleRijen(gemeente: Gemeente): Map<string, Rij> {
  const alle = new Map<string, Rij>();
  for (const [tabel, rijen] of Object.entries(gemeente.tabellen) as [TabelNaam, Rij[]][]) {
    for (const rij of rijen) alle.set(padVan(tabel, rij.uuid), rij);
  }
  return alle;
}

export function leesZaken(gemeente: Gemeente): GelezenZaak[] {
  const alle = alleRijen(gemeente);
  const { tabellen } = gemeente;
  const perZaak = (tabel: TabelNaam): Map<string, Rij[]> =>
    Map.groupBy(tabellen[tabel], (rij) => tekst(rij, 'zaak'));
  const [statussen, subs, rollen, resultaten, besluiten, documenten] = [
    perZaak('zaken/statussen'),
    perZaak('zaken/substatussen'),
    perZaak('zaken/rollen'),
    perZaak('zaken/resultaten'),
    perZaak('besluiten/besluiten'),
    perZaak('zaken/zaakinformatieobjecten'),
  ];
  const hoogste = new Map<string, number>();
  for (const st of tabellen['catalogi/statustypen']) {
    const zaaktype = tekst(st, 'zaaktype');
    hoogste.set(zaaktype, Math.max(hoogste.get(zaaktype) ?? 0, Number(st['volgnummer'])));
  }
  const gelezen = tabellen['zaken/zaken'].map((zaak): GelezenZaak => {
    const pad = padVan('zaken/zaken', zaak.uuid);
    const zaaktype = alle.get(tekst(zaak, 'zaaktype'))!;
    return {
      zaak,
      pad,
      zaaktype,
      statussen: (statussen.get(pad) ?? [])
        .map((rij) => {
          const type = alle.get(tekst(rij, 'statustype'));
          return {
            tijdstip: Date.parse(tekst(rij, 'datumStatusGezet')),
            naam: tekst(type, 'omschrijving'),
            eind: Number(type?.['volgnummer']) === hoogste.get(tekst(zaak, 'zaaktype')),
            uuid: rij.uuid,
          };
        })
        .sort((a, b) => a.tijdstip - b.tijdstip),
      substatussen: subs.get(pad) ?? [],
      rollen: rollen.get(pad) ?? [],
      resultaat:
        (resultaten.get(pad) ?? []).map((r) =>
          tekst(alle.get(tekst(r, 'resultaattype')), 'omschrijving'),
        )[0] ?? null,
      besluiten: besluiten.get(pad) ?? [],
      documenten: (documenten.get(pad) ?? []).length,
      deelzaken: [],
    };
  });
  const opPad = new Map(gelezen.map((zaak) => [zaak.pad, zaak]));
  for (const deel of gelezen) opPad.get(tekst(deel.zaak, 'hoofdzaak'))?.deelzaken.push(deel);
  return gelezen;
}

export function bsnVan(rol: Rij): string {
  const wie = rol['betrokkeneIdentificatie'];
  return typeof wie === 'object' && wie !== null && !Array.isArray(wie) ? tekst(wie, 'inpBsn') : '';
}

export function staatErin(zaak: GelezenZaak, bsn: string, generiek: string): boolean {
  return zaak.rollen.some((rol) => rol['omschrijvingGeneriek'] === generiek && bsnVan(rol) === bsn);
}

/** The afdeling that the rol organisatorische_eenheid names, else the zaaktype. */
export function afdelingVan(zaak: GelezenZaak): string {
  const rol = zaak.rollen.find((r) => r['betrokkeneType'] === 'organisatorische_eenheid');
  const wie = rol?.['betrokkeneIdentificatie'];
  const naam = typeof wie === 'object' && wie !== null && !Array.isArray(wie) ? tekst(wie, 'naam') : '';
  return naam || tekst(zaak.zaaktype, 'verantwoordelijke');
}

/** Every path that a row names, at any depth. */
export function* verwijzingen(waarde: unknown): Generator<string> {
  if (typeof waarde === 'string') {
    if (/^\/(zaken|catalogi|documenten|besluiten|klantinteracties)\/api\/v1\//.test(waarde)) yield waarde;
  } else if (Array.isArray(waarde)) {
    for (const deel of waarde) yield* verwijzingen(deel);
  } else if (typeof waarde === 'object' && waarde !== null) {
    for (const deel of Object.values(waarde)) yield* verwijzingen(deel);
  }
}
