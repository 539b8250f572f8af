import type { Persoon, Persoonvraag } from '../../connectors/ports.ts';
import type { Deps } from '../deps.ts';
import { toonPersoonKort } from '../klant.ts';
import { eerlijk, type Treffer, type Treffers, type Zoektocht } from './treffers.ts';

const alsTreffer = async (deps: Deps, persoon: Persoon): Promise<Treffer> => ({
  sleutel: { soort: 'persoon', nummer: persoon.bsn },
  kort: await toonPersoonKort(deps, persoon),
});

export async function zoekBsn({ deps, bronnen, aanroep }: Zoektocht, bsn: string): Promise<Treffers> {
  const { personen } = deps.registers;
  const persoon =
    personen === null ? null : await bronnen.lees(personen, null, aanroep, (a) => personen.persoon(bsn, a));
  return { gelezenAls: 'BSN', zaken: [], klanten: persoon === null ? [] : [await alsTreffer(deps, persoon)] };
}

function leeswijze(vraag: Persoonvraag): { gelezenAls: string; teVeel?: string } {
  if ('straat' in vraag)
    return {
      gelezenAls: 'straat en huisnummer',
      teVeel: 'Hier staan te veel personen ingeschreven. Zoek op naam met geboortedatum.',
    };
  if ('postcode' in vraag)
    return {
      gelezenAls:
        vraag.achternaam === undefined && vraag.geboortedatum === undefined
          ? 'postcode en huisnummer'
          : 'postcode, huisnummer en naam',
      teVeel: 'Hier staan te veel personen ingeschreven. Vul meer in: zet de achternaam achter het adres.',
    };
  if ('achternaam' in vraag)
    return vraag.geboortedatum === undefined
      ? {
          gelezenAls: 'naam en voornaam in onze gemeente',
          teVeel: 'Er zijn te veel personen met deze naam. Zet de geboortedatum erbij.',
        }
      : {
          gelezenAls: 'naam en geboortedatum',
          teVeel:
            'Er zijn te veel personen met deze naam en datum. Zet een komma en de voornaam achter de naam.',
        };
  return { gelezenAls: 'BAG-nummer' };
}

export async function zoekPersonen(
  { deps, bronnen, aanroep }: Zoektocht,
  vraag: Persoonvraag,
): Promise<Treffers> {
  const { personen } = deps.registers;
  const { gelezenAls, teVeel } = leeswijze(vraag);
  if (personen === null) return { gelezenAls, klanten: [], zaken: [] };
  const gevonden = await bronnen.lees(personen, [], aanroep, (a) =>
    eerlijk(() => personen.zoek(vraag, a), teVeel),
  );
  return {
    gelezenAls,
    zaken: [],
    klanten: await Promise.all(gevonden.map((persoon) => alsTreffer(deps, persoon))),
  };
}
