import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiFout } from '../../client/providers/fout.ts';
import {
  contactInhoud,
  foutBij,
  kopVan,
  metInvoer,
  tekstVan,
  type TaakVan,
} from '../../client/taken/verbetering.ts';
import { gezienNa } from '../../client/zaken/gezien.ts';
import { statusInhoud, substatusfout, substatusInhoud, vraagtResultaat } from '../../client/zaken/invoer.ts';
import { NieuwContactmoment } from '../../shared/contracts/contactmoment.ts';
import { Taak } from '../../shared/contracts/taak.ts';

const gedeeld = { id: 't1', reden: 'Te lang.', zaak: null, klant: null, tijdstip: '2026-11-28T09:00:00Z' };
const contact: TaakVan<'contactmoment'> = {
  ...gedeeld,
  soort: 'contactmoment',
  fouten: [{ pad: 'onderwerp', code: 'max_length', melding: 'Te lang.' }],
  inRegister: false,
  invoer: {
    kanaal: 'telefoon',
    richting: 'inkomend',
    vraagtype: 'voortgang',
    onderwerp: 'Hoe staat het',
    inhoud: 'Belt morgen',
    vertrouwelijk: false,
    taal: 'nld',
    zaken: [],
    resultaat: 'beantwoord',
    gestartOp: '2026-11-28T09:00:00Z',
    beeindigdOp: '2026-11-28T09:05:00Z',
  },
};

describe('een taak die verbeterd wordt', () => {
  it('is leesbaar voor het scherm en toont wat er getypt was', () => {
    expect(Taak.parse(contact)).toEqual(contact);
    expect(tekstVan(contact)).toBe('Hoe staat het. Belt morgen');
    expect(tekstVan({ ...contact, invoer: { ...contact.invoer, inhoud: '' } })).toBe('Hoe staat het');
  });

  it('zegt de reden bij het veld, tot dat veld anders is', () => {
    expect(foutBij(contact, contact, null, 'onderwerp')).toBe('Te lang.');
    expect(foutBij(contact, contact, null, 'inhoud')).toBeNull();
    const verbeterd = metInvoer(contact, { onderwerp: 'Kort' });
    expect(foutBij(contact, verbeterd, null, 'onderwerp')).toBeNull();
    expect(verbeterd.invoer.inhoud).toBe('Belt morgen');
    const nu = new ApiFout({
      status: 422,
      code: 'geweigerd_door_register',
      detail: 'Nee.',
      fouten: [{ pad: 'onderwerp', code: 'x', melding: 'Nog altijd niet.' }],
    });
    expect(foutBij(contact, verbeterd, nu, 'onderwerp')).toBe('Nog altijd niet.');
  });

  it('zegt alleen dat het register weigert als het register dat deed', () => {
    expect(kopVan(contact)).toMatchObject({
      soort: 'fout',
      kop: expect.stringMatching(/^Het register weigert uw contact/) as string,
    });
    const botst = { ...contact, fouten: [{ pad: 'gezien', code: 'intussen_gewijzigd', melding: 'x' }] };
    expect(kopVan(botst)).toMatchObject({ soort: 'nu', kop: expect.stringMatching(/^Niet gezet/) as string });
  });

  it('stuurt een contactmoment dat het contract aanneemt, zonder lege notitie', () => {
    const leeg = contactInhoud(metInvoer(contact, { notitieIntern: '  ' }));
    expect(leeg.soort === 'klaar' && NieuwContactmoment.parse(leeg.inhoud)).toEqual(contact.invoer);
    const met = contactInhoud(metInvoer(contact, { notitieIntern: ' Let op ' }));
    expect(met).toMatchObject({ soort: 'klaar', inhoud: { notitieIntern: 'Let op' } });
    expect(contactInhoud(metInvoer(contact, { onderwerp: ' ' }))).toEqual({
      soort: 'mist',
      veld: 'onderwerp',
    });
  });
});

describe('wat iemand gezien heeft', () => {
  it('gaat met het scherm mee tot er iets getypt is, en blijft dan staan', () => {
    expect(gezienNa('oud', 'nieuw', false)).toBe('nieuw');
    expect(gezienNa('oud', 'nieuw', true)).toBe('oud');
    expect(gezienNa(null, 'nieuw', true)).toBeNull();
  });
});

describe('een status zetten', () => {
  const zaak = {
    statustypen: [
      { id: 'a', naam: 'Bezig', eindstatus: false, voorgesteld: false },
      { id: 'z', naam: 'Klaar', eindstatus: true, voorgesteld: false },
    ],
    resultaattypen: [{ id: 'r', naam: 'Verleend' }],
    heeftResultaat: false,
    resultaat: null,
  };
  const invoer = { statustype: 'z', resultaattype: 'r', toelichting: ' Gezien ' };

  it('vraagt een resultaat alleen bij de laatste status van een zaak die er geen heeft', () => {
    expect(vraagtResultaat(zaak, 'z')).toBe(true);
    expect(vraagtResultaat(zaak, 'a')).toBe(false);
    expect(vraagtResultaat({ ...zaak, heeftResultaat: true }, 'z')).toBe(false);
    expect(vraagtResultaat({ ...zaak, resultaattypen: [] }, 'z')).toBe(false);
  });

  it('stuurt alleen wat erbij hoort', () => {
    expect(statusInhoud(zaak, invoer)).toEqual({
      soort: 'klaar',
      inhoud: { statustype: 'z', resultaattype: 'r', toelichting: 'Gezien' },
    });
    // Chosen with the end status, and then another status after all.
    expect(statusInhoud(zaak, { ...invoer, statustype: 'a', toelichting: '' })).toEqual({
      soort: 'klaar',
      inhoud: { statustype: 'a' },
    });
    expect(statusInhoud({ ...zaak, heeftResultaat: true }, { ...invoer, toelichting: '' })).toEqual({
      soort: 'klaar',
      inhoud: { statustype: 'z' },
    });
    expect(statusInhoud(zaak, { ...invoer, resultaattype: null })).toEqual({
      soort: 'mist',
      veld: 'resultaattype',
    });
    expect(statusInhoud(zaak, { ...invoer, statustype: null })).toEqual({
      soort: 'mist',
      veld: 'statustype',
    });
  });
});

describe('een substatus zetten', () => {
  it('noemt het eerste veld dat mist', () => {
    expect(substatusInhoud({ omschrijving: ' ', doelgroep: 'intern' })).toMatchObject({
      veld: 'omschrijving',
    });
    expect(substatusInhoud({ omschrijving: 'Gedaan', doelgroep: null })).toMatchObject({ veld: 'doelgroep' });
    expect(substatusInhoud({ omschrijving: ' Gedaan ', doelgroep: 'intern' })).toEqual({
      soort: 'klaar',
      inhoud: { omschrijving: 'Gedaan', doelgroep: 'intern' },
    });
  });

  it('zegt hoeveel tekens er te veel zijn, en stuurt dan niet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (teveel) => {
        const invoer = { omschrijving: 'x'.repeat(200 + teveel), doelgroep: 'intern' as const };
        expect(substatusInhoud(invoer).soort).toBe('mist');
        expect(substatusfout(invoer, null, 'omschrijving')).toContain(`${String(teveel)} tekens korter`);
      }),
    );
  });
});
