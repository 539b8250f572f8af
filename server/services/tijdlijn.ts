import type { TijdlijnRegel } from '../../shared/contracts/klantbeeld.ts';
import type { ContactmomentKort } from '../../shared/contracts/contactmoment.ts';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import type { Deps, Wie } from './deps.ts';
import { klantbeeld } from './klantbeeld.ts';

/** Everything of a klant by date, newest first: made from what this medewerker may see in the klantbeeld. */
export async function tijdlijn(
  deps: Deps,
  wie: Wie,
  klantId: string,
  [van, tot]: readonly [number, number],
): Promise<{ rijen: TijdlijnRegel[]; totaal: number }> {
  const beeld = await klantbeeld(deps, wie, klantId, 'tijdlijn');
  const regels = [...beeld.contactmomenten.map(vanContact), ...beeld.zaken.flatMap(vanZaak)].toSorted(
    (a, b) => Date.parse(b.tijdstip) - Date.parse(a.tijdstip) || a.id.localeCompare(b.id, 'en'),
  );
  return { rijen: regels.slice(van, tot + 1), totaal: regels.length };
}

const vanContact = (contact: ContactmomentKort): TijdlijnRegel => ({
  id: contact.id,
  soort: 'contactmoment',
  tijdstip: contact.gestartOp,
  titel: contact.onderwerp,
  tekst:
    contact.reactie === null || contact.reactie === ''
      ? contact.inhoud
      : [contact.inhoud ?? '', `Antwoord: ${contact.reactie}`].filter((deel) => deel !== '').join('\n'),
  zaak: contact.zaken[0] ?? null,
  intern: false,
});

function vanZaak(zaak: ZaakKort): TijdlijnRegel[] {
  return zaak.voortgang.stappen.flatMap((stap) => [
    ...(stap.tijdstip === null
      ? []
      : [
          {
            id: `${zaak.id}~${stap.id}~${stap.tijdstip}`,
            soort: 'status' as const,
            tijdstip: stap.tijdstip,
            titel: stap.naam,
            tekst: zaak.zaaktype.omschrijving,
            zaak: zaak.id,
            intern: false,
          },
        ]),
    ...stap.substatussen.map((substatus) => ({
      id: substatus.id,
      soort: 'substatus' as const,
      tijdstip: substatus.tijdstip,
      titel: substatus.omschrijving,
      tekst: zaak.zaaktype.omschrijving,
      zaak: zaak.id,
      intern: substatus.doelgroep === 'intern',
    })),
  ]);
}
