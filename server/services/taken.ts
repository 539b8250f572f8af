import type { Opnieuw, Taak } from '../../shared/contracts/taak.ts';
import type { ZaakGeschreven } from '../../shared/contracts/zaak.ts';
import { fout } from '../fouten.ts';
import * as interneNotities from '../store/interneNotities.ts';
import * as outbox from '../store/outbox.ts';
import type { Outboxrij } from '../store/outbox.ts';
import { isInRegister } from './bezorging/contactmoment.ts';
import {
  ContactmomentOpdracht,
  StatusOpdracht,
  SubstatusOpdracht,
  Zaakopdracht,
} from './bezorging/opdracht.ts';
import { bezorgNu } from './bezorging.ts';
import { meldTaak } from './meldingen.ts';
import * as contactmomenten from './contactmomenten.ts';
import { contactId } from './contactweergave.ts';
import type { Deps, Wie } from './deps.ts';
import * as statussen from './statussen.ts';
import * as substatussen from './substatussen.ts';
import { zaakId } from './zaaklezing.ts';

/** My writes that a register refused later on. */
export async function lijst(deps: Deps, wie: Wie): Promise<Taak[]> {
  return (await outbox.vanMedewerker(deps.store.db, deps.sleutels, wie.medewerker.id)).map(toon);
}

/** The author has read it and throws it away. @throws niet_gevonden */
export async function verwijder(deps: Deps, wie: Wie, id: string): Promise<void> {
  const rij = await eigenRij(deps, wie, id);
  if (rij.toestand !== 'geweigerd') throw fout('niet_gevonden');
  await deps.store.tx(async (t) => {
    await outbox.ruimTaakOp(t, rij.id);
    if (rij.soort === 'contactmoment' && !isInRegister(rij))
      await interneNotities.verwijder(t, notitieVan(rij, ContactmomentOpdracht.parse(rij.inhoud)));
  });
}

/** What kind of write a taak of mine is, so that its correction can be read. @throws niet_gevonden */
export const soortVan = async (deps: Deps, wie: Wie, id: string): Promise<Outboxrij['soort']> =>
  (await eigenRij(deps, wie, id)).soort;

/**
 * The corrected write takes the place of the refused one, in one transaction, and is delivered as any write: at once,
 * else it waits. It is judged anew on the stored record. Refused at once: the author hears it now and the taak is still
 * there, with the new text and reason. The same correction twice is one write and one answer.
 * @throws niet_gevonden, geen_recht, ongeldige_invoer, conflict, geweigerd_door_register, niet_ondersteund
 */
export async function opnieuw(deps: Deps, wie: Wie, id: string, nieuw: Opnieuw): Promise<ZaakGeschreven> {
  const rij = await eigenRij(deps, wie, id);
  const vergelijk = vergelijkVan(rij, nieuw);
  if (rij.toestand !== 'geweigerd') return alVerstuurd(deps, rij, vergelijk);
  const gekeurd = await keur(deps, wie, rij, nieuw);
  const herschreven = await deps.store.tx(async (t) => {
    const nu = deps.clock.nu();
    const geschreven = await outbox.herschrijf(t, deps.sleutels, rij, { ...gekeurd, vergelijk }, nu);
    if (geschreven !== null && nieuw.soort === 'contactmoment') {
      const notitie = notitieVan(rij, ContactmomentOpdracht.parse(geschreven.inhoud));
      if (notitie.tekst === '') await interneNotities.verwijder(t, notitie);
      else await interneNotities.bewaar(t, deps.sleutels, notitie, nu);
    }
    return geschreven;
  });
  // Another window was first, while this one was judged.
  if (herschreven === null) return alVerstuurd(deps, await eigenRij(deps, wie, id), vergelijk);
  try {
    return { id: idVan(herschreven), bezorging: await bezorgNu(deps, herschreven, true) };
  } finally {
    await meldTaak(deps, wie.medewerker.id);
  }
}

async function alVerstuurd(deps: Deps, rij: Outboxrij, vergelijk: unknown): Promise<ZaakGeschreven> {
  if (!(await outbox.zelfdeInhoud(deps.store.db, deps.sleutels, rij.id, vergelijk)))
    throw fout('conflict', {
      detail: 'Dit bericht is al opnieuw verstuurd, met een andere tekst. Kijk eerst hoe het nu staat.',
    });
  return { id: idVan(rij), bezorging: await bezorgNu(deps, rij, true) };
}

/** Judged as a new write, on what is stored: whose zaak or klant it is, the caller does not say. */
async function keur(
  deps: Deps,
  wie: Wie,
  rij: Outboxrij,
  nieuw: Opnieuw,
): Promise<Pick<Outboxrij, 'inhoud' | 'register'>> {
  if (nieuw.soort !== rij.soort) throw fout('niet_gevonden');
  switch (nieuw.soort) {
    case 'contactmoment': {
      const oud = ContactmomentOpdracht.parse(rij.inhoud);
      return contactmomenten.keurOpnieuw(deps, wie, oud, nieuw.inhoud, isInRegister(rij));
    }
    case 'substatus':
      return substatussen.keur(deps, wie, zaakVan(rij), nieuw.inhoud);
    case 'status':
      return statussen.keur(deps, wie, zaakVan(rij), nieuw.inhoud);
  }
}

function vergelijkVan(rij: Outboxrij, nieuw: Opnieuw): unknown {
  switch (nieuw.soort) {
    case 'contactmoment':
      return nieuw.inhoud;
    case 'substatus':
      return substatussen.vergelijk(zaakVan(rij), nieuw.inhoud);
    case 'status':
      return statussen.vergelijk(zaakVan(rij), nieuw.inhoud);
  }
}

/** Only its author: for anyone else it does not exist. @throws niet_gevonden */
async function eigenRij(deps: Deps, wie: Wie, id: string): Promise<Outboxrij> {
  const rij = await outbox.lees(deps.store.db, deps.sleutels, id);
  if (rij?.medewerker !== wie.medewerker.id) throw fout('niet_gevonden');
  return rij;
}

function zaakVan(rij: Outboxrij): string {
  const { register, zaak } = Zaakopdracht.parse(rij.inhoud);
  return zaakId(register, zaak);
}

const notitieVan = (rij: Outboxrij, { referentienummer, notitieIntern = '' }: ContactmomentOpdracht) => ({
  register: rij.register,
  referentienummer,
  tekst: notitieIntern,
});

/** As the first time it was accepted: a contactmoment keeps the id that survives its delivery. */
function idVan(rij: Outboxrij): string {
  if (rij.soort !== 'contactmoment') return rij.id;
  const { referentienummer } = ContactmomentOpdracht.parse(rij.inhoud);
  return contactId(rij.register, { referentienummer, uuid: '' });
}

function toon(rij: Outboxrij): Taak {
  const gedeeld = {
    id: rij.id,
    reden: rij.reden ?? '',
    fouten: [...rij.fouten],
    tijdstip: rij.aangemaaktOp.toISOString(),
  };
  switch (rij.soort) {
    case 'contactmoment': {
      const opdracht = ContactmomentOpdracht.parse(rij.inhoud);
      const { referentienummer: _nummer, klantNaam: _naam, medewerker: _wie, ...invoer } = opdracht;
      return {
        ...gedeeld,
        soort: rij.soort,
        invoer,
        inRegister: isInRegister(rij),
        zaak: invoer.zaken[0] ?? null,
        klant: invoer.klant ?? null,
      };
    }
    case 'substatus': {
      const { omschrijving, doelgroep } = SubstatusOpdracht.parse(rij.inhoud);
      return {
        ...gedeeld,
        soort: rij.soort,
        invoer: { omschrijving, doelgroep },
        zaak: zaakVan(rij),
        klant: null,
      };
    }
    case 'status': {
      const { statustype, toelichting, resultaattype } = StatusOpdracht.parse(rij.inhoud);
      const invoer = {
        statustype,
        ...(toelichting === null ? {} : { toelichting }),
        ...(resultaattype === null ? {} : { resultaattype }),
      };
      return { ...gedeeld, soort: rij.soort, invoer, zaak: zaakVan(rij), klant: null };
    }
  }
}
