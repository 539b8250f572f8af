import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telefoonFout } from '../../server/sandbox/klantinteracties/velden.ts';
import type { JsonObject } from '../../server/sandbox/typen.ts';
import { id } from './kleine-gemeente.ts';
import {
  ADRES,
  BETROKKENE,
  BSN,
  bsn,
  CONTACT,
  klantProef,
  metIdentificator,
  PARTIJ,
  TAAK,
} from './klant-gemeente.ts';

const { meld, roep } = klantProef();

describe('een fout lichaam', () => {
  const P = (name: string, code: string, reason: string) => ({ name, code, reason });
  const vereist = (name: string) => P(name, 'required', 'Dit veld is vereist.');
  const leeg = (name: string, code: string) => P(name, code, 'Dit veld mag niet leeg zijn.');
  const teLang = (name: string, max: number) =>
    P(name, 'max_length', `Zorg ervoor dat dit veld niet meer dan ${max} karakters bevat.`);
  const keuze = (name: string, waarde: string) =>
    P(name, 'invalid_choice', `"${waarde}" is een ongeldige keuze.`);
  const ongeldig = (name: string, reason: string) => P(name, 'invalid', reason);
  const NUMMER = 'partijIdentificatoren.0.partijIdentificatorObjectId';
  const gevallen: [string, string, JsonObject, ReturnType<typeof P>[]][] = [
    ['een partij zonder iets', '/partijen', {}, [vereist('soortPartij'), vereist('indicatieActief')]],
    ['een onbekende soort partij', '/partijen', { ...PARTIJ, soortPartij: 'x' }, [keuze('soortPartij', 'x')]],
    [
      'een notitie van 1001 tekens',
      '/partijen',
      { ...PARTIJ, interneNotitie: 'x'.repeat(1001) },
      [teLang('interneNotitie', 1000)],
    ],
    [
      'een partijIdentificatie die null is',
      '/partijen',
      { ...PARTIJ, partijIdentificatie: null },
      [leeg('partijIdentificatie', 'null')],
    ],
    [
      'een BSN dat de elfproef niet doorstaat',
      '/partijen',
      metIdentificator(bsn('123456789')),
      [ongeldig(NUMMER, 'Deze waarde is ongeldig, reden: Onjuist BSN nummer')],
    ],
    [
      'een BSN van 8 cijfers',
      '/partijen',
      metIdentificator(bsn('11122233')),
      [ongeldig(NUMMER, 'Deze waarde is ongeldig, reden: Waarde moet 9 tekens lang zijn')],
    ],
    [
      'een BSN dat er al is',
      '/partijen',
      metIdentificator(bsn(BSN)),
      [
        ongeldig(
          '__all__',
          '`PartijIdentificator` moet uniek zijn, er bestaat er al een met deze gegevenscombinatie.',
        ),
      ],
    ],
    [
      'twee BSN van een partij',
      '/partijen',
      metIdentificator(bsn('111222333'), bsn('123456782')),
      [ongeldig('__all__', '`CodeSoortObjectId` moet uniek zijn voor de Partij.')],
    ],
    [
      'een identificator uit een onbekend register',
      '/partijen',
      metIdentificator(bsn('111222333', { codeRegister: 'x' })),
      [keuze('partijIdentificatoren.0.partijIdentificator.codeRegister', 'x')],
    ],
    [
      'een persoon in het handelsregister',
      '/partijen',
      metIdentificator(bsn('111222333', { codeRegister: 'hr' })),
      [
        ongeldig(
          'partijIdentificatoren.0.partijIdentificatorCodeObjecttype',
          "voor `codeRegister` hr zijn alleen deze waarden toegestaan: ['vestiging', 'niet_natuurlijk_persoon']",
        ),
      ],
    ],
    [
      'een vestigingsnummer zonder KVK-nummer',
      '/partij-identificatoren',
      {
        partijIdentificator: {
          codeObjecttype: 'vestiging',
          codeRegister: 'hr',
          codeSoortObjectId: 'vestigingsnummer',
          objectId: '000037178598',
        },
      },
      [
        ongeldig(
          'subIdentificatorVan',
          'Voor een PartijIdentificator met codeSoortObjectId = `vestigingsnummer` is het verplicht om een ' +
            '`sub_identifier_van` met codeSoortObjectId = `kvk_nummer` te kiezen.',
        ),
      ],
    ],
    [
      'een klantcontact zonder iets',
      '/klantcontacten',
      {},
      [vereist('kanaal'), vereist('onderwerp'), vereist('taal'), vereist('vertrouwelijk')],
    ],
    [
      'een onderwerp van 201 en een inhoud van 1001 tekens',
      '/klantcontacten',
      { ...CONTACT, onderwerp: 'x'.repeat(201), inhoud: 'x'.repeat(1001) },
      [teLang('onderwerp', 200), teLang('inhoud', 1000)],
    ],
    ['een leeg onderwerp', '/klantcontacten', { ...CONTACT, onderwerp: ' ' }, [leeg('onderwerp', 'blank')]],
    [
      'metadata van 256 tekens',
      '/klantcontacten',
      { ...CONTACT, metadata: { vraagtype: 'x'.repeat(256) } },
      [teLang('metadata.vraagtype', 255)],
    ],
    [
      'een referentienummer met letters',
      '/klantcontacten',
      { ...CONTACT, referentienummer: 'abc' },
      [ongeldig('referentienummer', 'Voer een geldig geheel getal in.')],
    ],
    [
      'een referentienummer dat er al is',
      '/klantcontacten',
      { ...CONTACT, referentienummer: '1000' },
      [P('referentienummer', 'unique', 'Er bestaat al een klantcontact met eenzelfde referentienummer.')],
    ],
    [
      'een gelukt contact met verdere actie',
      '/klantcontacten',
      { ...CONTACT, indicatieContactGelukt: true, verdereActieOndernomen: true },
      [
        P(
          'nonFieldErrors',
          'no-further-action-when-contact-succesful',
          'Als het contact gelukt is kan er geen verdere actie zijn ondernomen',
        ),
      ],
    ],
    [
      'een betrokkene bij een onbekende partij',
      '/betrokkenen',
      { ...BETROKKENE, hadKlantcontact: { uuid: id('een') }, wasPartij: { uuid: id('niemand') } },
      [ongeldig('wasPartij.uuid', 'Partij object bestaat niet.')],
    ],
    [
      'een verwijzing als tekst',
      '/betrokkenen',
      { ...BETROKKENE, hadKlantcontact: id('een') },
      [ongeldig('hadKlantcontact.nonFieldErrors', 'Ongeldige data. Verwacht een dictionary, kreeg een str.')],
    ],
    [
      'een telefoonnummer van 0900',
      '/digitaleadressen',
      { ...ADRES, adres: '0900123456' },
      [
        ongeldig(
          'adres',
          'Het opgegeven telefoonnummer is ongeldig, telefoonnummers beginnend met 0800, 0900, 1400 of 140xx ' +
            'zijn niet toegestaan.',
        ),
      ],
    ],
    [
      'een telefoonnummer met streep',
      '/digitaleadressen',
      { ...ADRES, adres: '06-12345678' },
      [ongeldig('adres', 'Het opgegeven telefoonnummer is ongeldig.')],
    ],
    [
      'een adres dat geen e-mail is',
      '/digitaleadressen',
      { adres: 'jan', soortDigitaalAdres: 'email' },
      [ongeldig('adres', 'Voer een geldig e-mailadres in.')],
    ],
    [
      'een standaardadres van niemand',
      '/digitaleadressen',
      { ...ADRES, isStandaardAdres: true, verstrektDoorPartij: null },
      [
        ongeldig(
          'isStandaardAdres',
          '`is_standaard_adres` kan alleen gezet worden als `verstrekt_door_partij` niet leeg is.',
        ),
      ],
    ],
    [
      'een medewerker zonder functie',
      '/actoren',
      { naam: 'A', soortActor: 'medewerker', actorIdentificatie: { telefoonnummer: '0612345678' } },
      [vereist('actorIdentificatie.functie')],
    ],
    [
      'een actor die al gekoppeld is',
      '/actorklantcontacten',
      { actor: { uuid: id('agent') }, klantcontact: { uuid: id('een') } },
      [P('nonFieldErrors', 'unique', 'De velden actor, klantcontact moeten een unieke set zijn.')],
    ],
    [
      'een taak voor niemand',
      '/internetaken',
      { ...TAAK, toegewezenAanActoren: undefined! },
      [
        ongeldig(
          'nonFieldErrors',
          '`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required (mag niet beiden gebruiken).',
        ),
      ],
    ],
    [
      'een taak die klaar is voor zij klaar is',
      '/internetaken',
      { ...TAAK, afgehandeldOp: '2026-01-02T00:00:00Z' },
      [
        ongeldig(
          'afgehandeldOp',
          "De Internetaak kan geen afgehandeld op datum bevatten als de status niet op 'verwerkt' staat.",
        ),
      ],
    ],
  ];
  it.each(gevallen)('wordt geweigerd: %s', async (_naam, pad, json, invalidParams) => {
    const { status, lichaam } = await roep(pad, { method: 'POST', json });
    expect(status).toBe(400);
    expect(lichaam['title']).toBe('Ongeldige invoerwaarde.');
    expect(lichaam['invalidParams']).toEqual(invalidParams);
    expect(meld).not.toHaveBeenCalled();
  });
});

describe('telefoonnummers', () => {
  it('elk Nederlands nummer van 10 cijfers mag, behalve de servicenummers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (getal) => {
        const nummer = `0${getal}`;
        expect(telefoonFout(nummer) === undefined).toBe(!/^0[89]00/.test(nummer));
      }),
    );
  });
});
