import { leesRegisters, type RegistersConfig } from './registers-config.ts';

/** The bundled registers at `sandboxUrl`; their credentials are public and work on a loopback address only. */
export function standaardRegisters(
  sandboxUrl: string,
  callbackUrl: string,
  callbackToken: string,
): RegistersConfig {
  const sandbox = sandboxUrl.replace(/\/+$/, '');
  const api = (naam: string) => `${sandbox}/${naam}/api/v1`;
  const zgw = { clientId: 'console', secret: 'sandbox-secret-of-at-least-32-characters' };
  const sleutel = 'sandbox-key';
  const objecten = { objecten: `${sandbox}/objecten/api/v2`, token: 'sandbox-token' };
  const type = (nummer: number) =>
    `${objecten.objecten}/objecttypes/0b1ec700-0000-4000-8000-00000000000${nummer}`;
  const config = {
    zaakregisters: [
      {
        id: 'sandbox',
        naam: 'Zaken',
        soort: 'openzaak',
        zaken: api('zaken'),
        catalogi: api('catalogi'),
        documenten: api('documenten'),
        besluiten: api('besluiten'),
        ...zgw,
        eigenschappen: ['bedrag', 'betaaldatum', 'afhaallocatie'],
      },
    ],
    klantregister: {
      id: 'klanten',
      naam: 'Klantcontacten',
      klantinteracties: api('klantinteracties'),
      token: 'sandbox-token',
    },
    personen: {
      id: 'brp',
      naam: 'Basisregistratie Personen',
      url: `${sandbox}/brp`,
      apiKey: sleutel,
      gemeentecode: '0999',
    },
    bedrijven: { id: 'kvk', naam: 'Handelsregister', url: `${sandbox}/kvk`, apiKey: sleutel },
    notificaties: {
      id: 'notificaties',
      naam: 'Notificaties',
      url: api('notificaties'),
      ...zgw,
      callbackUrl,
      callbackToken,
    },
    medewerkers: {
      id: 'medewerkers',
      naam: 'Medewerkers',
      ...objecten,
      typen: { afdeling: type(1), groep: type(2), medewerker: type(3) },
    },
    klanttaken: { id: 'klanttaken', naam: 'Klanttaken', ...objecten, type: type(4) },
    ketenpartners: [
      {
        naam: 'Belastingsamenwerking Rivierstreek',
        telefoon: '020 123 47 00',
        website: 'https://belastingen.oeverdam.example',
        teZeggen: 'Zij beslissen hierover en sturen u een brief. Wij kunnen niet zien hoe ver zij zijn.',
        rsin: '123456782',
      },
    ],
  };
  return leesRegisters(JSON.stringify(config), {});
}
