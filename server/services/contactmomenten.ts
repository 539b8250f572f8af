import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ContactmomentGeregistreerd, NieuwContactmoment } from '../../shared/contracts/contactmoment.ts';
import { fout } from '../fouten.ts';
import { reikt } from '../policies/zaken.ts';
import * as interneNotities from '../store/interneNotities.ts';
import * as outbox from '../store/outbox.ts';
import type { Klantcontact, Klantregister } from '../connectors/ports.ts';
import { contactId } from './contactweergave.ts';
import { aanroepVan, type Deps, type Wie } from './deps.ts';
import { ContactmomentOpdracht } from './bezorging/opdracht.ts';
import { bezorgNu } from './bezorging.ts';
import { doelVoorKlant, DOEL_KLANTCONTACT } from './doelbinding.ts';
import { naamVan } from './klantnaam.ts';
import { geslotenVolgensIndex } from './zaakindex.ts';
import { leesKern, uuidVan, vindRegister } from './zaaklezing.ts';

/**
 * Registers a contactmoment: kept here first, then delivered at once if the register answers. The same key twice gives
 * the same contactmoment; the same key with another content (`vergelijk`, without what we add) is refused.
 * @throws geen_recht, niet_gevonden, doel_ontbreekt, conflict, geweigerd_door_register
 */
export async function registreer(
  deps: Deps,
  wie: Wie,
  sleutel: string,
  nieuw: NieuwContactmoment,
  vergelijk: unknown = nieuw,
): Promise<ContactmomentGeregistreerd> {
  const klantregister = eisKlantregister(deps);
  if (!wie.beleid.mag('registreren', 'Contactmoment')) throw fout('geen_recht');
  const eerder = await eerderGeregistreerd(deps, wie, sleutel, vergelijk);
  if (eerder !== null) return eerder;
  eisTijden(nieuw);
  const doel = nieuw.klant === undefined ? DOEL_KLANTCONTACT : await doelVoorKlant(deps, wie, nieuw.klant);
  await eisZaken(deps, wie, doel, nieuw.zaken);
  const opdracht: ContactmomentOpdracht = {
    ...nieuw,
    referentienummer: String(randomInt(1_000_000_000, 9_999_999_999)),
    klantNaam: nieuw.klant === undefined ? null : await naamVan(deps, wie, nieuw.klant, doel),
    medewerker: { id: wie.medewerker.id, naam: wie.medewerker.naam },
  };
  const geplaatst = await deps.store.tx(async (t) => {
    const gedaan = await outbox.plaats(
      t,
      deps.sleutels,
      {
        soort: 'contactmoment',
        volgordeSleutel:
          nieuw.klant === undefined ? `contactmoment:${opdracht.referentienummer}` : `klant:${nieuw.klant}`,
        inhoud: opdracht,
        vergelijk,
        medewerker: wie.medewerker.id,
        register: klantregister.id,
        idempotentie: sleutel,
      },
      deps.clock.nu(),
    );
    if (gedaan.nieuw && nieuw.notitieIntern !== undefined && nieuw.notitieIntern !== '') {
      const { referentienummer } = opdracht;
      const notitie = { register: klantregister.id, referentienummer, tekst: nieuw.notitieIntern };
      await interneNotities.bewaar(t, deps.sleutels, notitie, deps.clock.nu());
    }
    return gedaan;
  });
  return bezorgGeplaatst(deps, klantregister, geplaatst);
}

/**
 * One that was refused later on, corrected by its author: judged again, on the stored contact and as things are now. It
 * keeps its reference and its klant. No new purpose is asked: nothing of the klant is read for it, and what it finishes
 * was begun under one. `inRegister`: the contact itself arrived, and no call can change it there.
 * @throws geen_recht, ongeldige_invoer, conflict, niet_ondersteund
 */
export async function keurOpnieuw(
  deps: Deps,
  wie: Wie,
  oud: ContactmomentOpdracht,
  nieuw: NieuwContactmoment,
  inRegister: boolean,
): Promise<{ inhoud: ContactmomentOpdracht; register: string }> {
  const { id: register } = eisKlantregister(deps);
  if (!wie.beleid.mag('registreren', 'Contactmoment')) throw fout('geen_recht');
  if (nieuw.klant !== oud.klant)
    throw fout('ongeldige_invoer', {
      detail: 'Dit contact hoort bij een andere klant. Start een nieuw gesprek voor deze klant.',
      fouten: [{ pad: 'klant', code: 'anders', melding: 'Dit contact hoort bij een andere klant.' }],
    });
  const inhoud: ContactmomentOpdracht = {
    ...nieuw,
    referentienummer: oud.referentienummer,
    klantNaam: oud.klantNaam,
    medewerker: oud.medewerker,
  };
  if (inRegister && !isDeepStrictEqual(vasteDelen(inhoud), vasteDelen(oud)))
    throw fout('conflict', {
      detail: 'Dit contact staat al in het register. U kunt alleen de andere zaken nog aanpassen.',
    });
  eisTijden(nieuw);
  await eisZaken(deps, wie, DOEL_KLANTCONTACT, nieuw.zaken);
  return { inhoud, register };
}

/** What a register that has the contact holds of it: all but the zaken that are linked afterwards and our own note. */
const vasteDelen = ({ notitieIntern: _, zaken, ...rest }: ContactmomentOpdracht) => ({
  ...rest,
  eersteZaak: zaken[0],
});

function eisTijden({ gestartOp, beeindigdOp }: NieuwContactmoment): void {
  if (Date.parse(beeindigdOp) >= Date.parse(gestartOp)) return;
  throw fout('ongeldige_invoer', {
    detail: 'Het einde ligt voor het begin. Controleer de tijden.',
    fouten: [{ pad: 'beeindigdOp', code: 'voor_begin', melding: 'Het einde ligt voor het begin.' }],
  });
}

/** The contactmoment that was registered under this key before; null where there is none. @throws conflict */
export async function eerderGeregistreerd(
  deps: Deps,
  wie: Wie,
  sleutel: string,
  vergelijk: unknown,
): Promise<ContactmomentGeregistreerd | null> {
  const eerder = await outbox.vind(deps.store.db, deps.sleutels, {
    medewerker: wie.medewerker.id,
    idempotentie: sleutel,
    vergelijk,
  });
  return eerder === null ? null : bezorgGeplaatst(deps, eisKlantregister(deps), eerder);
}

async function bezorgGeplaatst(
  deps: Deps,
  klantregister: Klantregister,
  { rij, zelfde }: { rij: outbox.Outboxrij; zelfde: boolean },
): Promise<ContactmomentGeregistreerd> {
  if (!zelfde) {
    throw fout('conflict', {
      detail:
        'Dit contact is al bewaard, met een andere tekst. Start een nieuw gesprek voor wat er nog bij moet.',
    });
  }
  const { referentienummer } = ContactmomentOpdracht.parse(rij.inhoud);
  const bezorging = await bezorgNu(deps, rij);
  return { id: contactId(klantregister.id, { referentienummer, uuid: '' }), bezorging };
}

function eisKlantregister(deps: Deps): Klantregister {
  if (deps.registers.klanten !== null) return deps.registers.klanten;
  throw fout('niet_ondersteund', {
    detail: 'Er is geen klantregister gekoppeld. Contacten kunnen niet worden bewaard.',
  });
}

/** A contactmoment is linked only to zaken that this medewerker may see and register on. */
async function eisZaken(deps: Deps, wie: Wie, doel: string, zaken: readonly string[]): Promise<void> {
  await Promise.all(
    zaken.map(async (id, plek) => {
      const gevonden = vindRegister(deps.registers.zaken, id);
      const onbekend = fout('ongeldige_invoer', {
        detail: 'Een gekoppelde zaak bestaat niet, of u mag die niet zien. Haal de zaak weg.',
        fouten: [{ pad: `zaken.${plek}`, code: 'onbekend', melding: 'Deze zaak is niet bekend.' }],
      });
      if (gevonden === null || !z.uuid().safeParse(gevonden.uuid).success) throw onbekend;
      const aanroep = aanroepVan(wie, doel);
      const zaak = await gevonden.register.zaak(gevonden.uuid, aanroep).catch((oorzaak: unknown) => oorzaak);
      if (zaak instanceof Error) {
        // A register that is down must not stop the medewerker from writing down what was said.
        const weg = 'soort' in zaak && zaak.soort !== 'niet_gevonden';
        if (weg && (await geslotenVolgensIndex(deps, wie.beleid, [id])).size === 0) return;
        throw onbekend;
      }
      const kern = await leesKern(
        gevonden.register,
        zaak as Awaited<ReturnType<typeof gevonden.register.zaak>>,
        aanroep,
      );
      if (
        !reikt(wie.beleid.niveau(kern.beleid), 'status') ||
        !wie.beleid.magDoen('contactmoment', kern.beleid)
      )
        throw onbekend;
    }),
  );
}

/** What was accepted but is not yet in the register: it stands in the timeline like the rest, under the same rights. */
export async function wachtendeContacten(deps: Deps, klant: string): Promise<Klantcontact[]> {
  const rijen = await outbox.wachtendVan(deps.store.db, deps.sleutels, `klant:${klant}`);
  return rijen.map((rij): Klantcontact => {
    const opdracht = ContactmomentOpdracht.parse(rij.inhoud);
    return {
      uuid: rij.id,
      referentienummer: opdracht.referentienummer,
      kanaal: opdracht.kanaal,
      onderwerp: opdracht.onderwerp,
      inhoud: opdracht.inhoud,
      reactie: null,
      vertrouwelijk: opdracht.vertrouwelijk,
      taal: opdracht.taal,
      plaatsgevondenOp: opdracht.gestartOp,
      beeindigdOp: opdracht.beeindigdOp,
      richting: opdracht.richting,
      vraagtype: opdracht.vraagtype,
      resultaat: opdracht.resultaat,
      medewerker: opdracht.medewerker.naam,
      zaken: opdracht.zaken.map(uuidVan),
      internetaken: [],
    };
  });
}
