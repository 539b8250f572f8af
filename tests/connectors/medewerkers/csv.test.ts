import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leesRegisters } from '../../../server/connectors/registers-config.ts';
import { maakRegisters } from '../../../server/connectors/registers.ts';
import { aanroep } from '../nepregister.ts';

const KOP = 'soort;id;naam;afdeling;groep;functie;telefoon;email;tijden;vervanger;afwezig_van;afwezig_tot';
const GOED = [
  KOP,
  'afdeling;wonen;Wonen;;;;020-1;wonen@x.nl;ma-do 09:00-17:00, vr 09:00-12:30;;;',
  'afdeling;inkomen;Inkomen;;;;;;;;;',
  'groep;subsidies;Subsidies;wonen;;;020-2;;;;;',
  'medewerker;r.boer;"Boer, R. de";Wonen | Inkomen;Subsidies;Adviseur;020-3;r@x.nl;ma-wo 09:00-17:00;j.hofstra;2026-11-23;2026-11-27',
  'medewerker;j.hofstra;J. Hofstra;wonen;;;;;-;;;',
].join('\r\n');

let map: string;
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'medewerkers-'));
});
afterEach(() => rmSync(map, { recursive: true }));

function maak(inhoud: string | Buffer) {
  const csv = join(map, 'wie.csv');
  writeFileSync(csv, inhoud);
  const zgw = { zaken: 'http://x.nl', catalogi: 'http://x.nl', clientId: 'c', secret: 's' };
  const config = { zaakregisters: [{ id: 'z', ...zgw }], medewerkers: { csv } };
  const { medewerkers } = maakRegisters(leesRegisters(JSON.stringify(config), {}));
  if (medewerkers === null) throw new Error('geen medewerkers');
  return { csv, medewerkers };
}

describe('een CSV met medewerkers', () => {
  it('geeft afdelingen, groepen en medewerkers', async () => {
    const { medewerkers } = maak(GOED);
    expect(await medewerkers.afdelingen(aanroep())).toEqual({
      rijen: [
        {
          id: 'wonen',
          naam: 'Wonen',
          telefoon: '020-1',
          email: 'wonen@x.nl',
          openingstijden: [
            ...[1, 2, 3, 4].map((dag) => ({ dag, van: '09:00', tot: '17:00' })),
            { dag: 5, van: '09:00', tot: '12:30' },
          ],
        },
        { id: 'inkomen', naam: 'Inkomen', telefoon: null, email: null, openingstijden: null },
      ],
      onleesbaar: 0,
    });
    expect((await medewerkers.groepen(aanroep())).rijen).toEqual([
      { id: 'subsidies', naam: 'Subsidies', afdeling: 'wonen', telefoon: '020-2', email: null },
    ]);
    expect((await medewerkers.medewerkers({}, aanroep())).rijen).toMatchObject([
      {
        id: 'r.boer',
        naam: 'Boer, R. de',
        afdelingen: ['Wonen', 'Inkomen'],
        groepen: ['Subsidies'],
        werktijden: [1, 2, 3].map((dag) => ({ dag, van: '09:00', tot: '17:00' })),
        afwezig: { van: '2026-11-23', tot: '2026-11-27' },
        vervanger: 'j.hofstra',
      },
      { id: 'j.hofstra', werktijden: [], afwezig: null },
    ]);
  });

  it('kan met komma en met een byte order mark', async () => {
    const { medewerkers } = maak(
      '\ufeffsoort,id,naam,tijden\nafdeling,kcc,KCC,"ma 09:00-12:00, di 10:00-12:00"\n',
    );
    expect((await medewerkers.afdelingen(aanroep())).rijen[0]).toMatchObject({
      id: 'kcc',
      openingstijden: [
        { dag: 1, van: '09:00', tot: '12:00' },
        { dag: 2, van: '10:00', tot: '12:00' },
      ],
    });
  });

  it('zoekt de medewerkers van een afdeling op id en op naam', async () => {
    const { medewerkers } = maak(GOED);
    for (const afdeling of ['wonen', 'Wonen'])
      expect((await medewerkers.medewerkers({ afdeling }, aanroep())).rijen.map((c) => c.id)).toEqual([
        'r.boer',
        'j.hofstra',
      ]);
    expect((await medewerkers.medewerkers({ afdeling: 'jeugd' }, aanroep())).rijen).toEqual([]);
  });

  it.each<[string, string | Buffer, string]>([
    ['een kolom die ontbreekt', 'soort;naam\n', 'regel 1: mist de kolom id.'],
    ['een leeg bestand', '', 'regel 1: mist de kolom soort.'],
    ['een onbekende kolom', `${KOP};bsn\n`, 'regel 1: heeft een kolom "bsn" die onbekend of dubbel is.'],
    [
      'een onbekende soort',
      'soort;id;naam\nafdeling;a;A\nteam;b;B\n',
      'regel 3: soort moet afdeling, groep of medewerker zijn.',
    ],
    ['een lege naam', 'soort;id;naam\n\nafdeling;a;\n', 'regel 3: naam is leeg.'],
    ['te veel velden', 'soort;id;naam\nafdeling;a;A;B\n', 'regel 2: heeft 4 velden, de kopregel 3.'],
    ['te weinig velden', 'soort;id;naam\nafdeling;a\n', 'regel 2: heeft 2 velden, de kopregel 3.'],
    ['dezelfde id', 'soort;id;naam\nafdeling;a;A\nafdeling;A;B\n', 'regel 3: afdeling A staat er al.'],
    [
      'tijden die geen tijden zijn',
      'soort;id;naam;tijden\nafdeling;a;A;altijd\n',
      'regel 2: tijden is niet van de vorm "ma-do 09:00-17:00, vr 09:00-12:30".',
    ],
    [
      'een dag die niet bestaat',
      'soort;id;naam;afwezig_van\nmedewerker;a;A;2026-02-30\n',
      'regel 2: afwezig_van geen dag.',
    ],
    [
      'een einde zonder begin',
      'soort;id;naam;afwezig_van;afwezig_tot\nmedewerker;a;A;;2026-02-03\n',
      'regel 2: afwezig_van ontbreekt terwijl afwezig_tot er wel staat.',
    ],
    [
      'een einde vóór het begin',
      'soort;id;naam;afwezig_van;afwezig_tot\nmedewerker;a;A;2026-02-04;2026-02-03\n',
      'regel 2: afwezig_tot ligt vóór afwezig_van.',
    ],
    [
      'een los aanhalingsteken',
      'soort;id;naam\nafdeling;a;"A\n',
      'heeft een aanhalingsteken dat niet klopt.',
    ],
    ['een ander alfabet', Buffer.from('soort;id;naam\nafdeling;a;Caf\xe9\n', 'latin1'), 'is geen UTF-8'],
  ])('weigert bij de start %s, met de regel erbij', (_naam, inhoud, melding) => {
    expect(() => maak(inhoud)).toThrow(melding);
  });

  it('wordt opnieuw gelezen als het verandert; klopt het dan niet, dan zegt de bron waar', async () => {
    const { csv, medewerkers } = maak('soort;id;naam\nafdeling;a;A\n');
    writeFileSync(csv, 'soort;id;naam\nafdeling;a;A\nafdeling;b;\n');
    const fout = await medewerkers.afdelingen(aanroep()).catch((f: unknown) => f);
    expect(fout).toMatchObject({ soort: 'onleesbaar' });
    expect(String(fout)).toContain('regel 3: naam is leeg.');
    writeFileSync(csv, 'soort;id;naam\nafdeling;a;A\nafdeling;b;Bee\n');
    expect((await medewerkers.afdelingen(aanroep())).rijen.map((a) => a.naam)).toEqual(['A', 'Bee']);
    rmSync(csv);
    await expect(medewerkers.afdelingen(aanroep())).rejects.toMatchObject({ soort: 'onbereikbaar' });
  });
});
