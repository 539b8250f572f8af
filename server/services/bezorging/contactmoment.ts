import { z } from 'zod';
import type { Aanroep, Klantregister } from '../../connectors/ports.ts';
import { BronFout } from '../../connectors/ports.ts';
import type { Outboxrij } from '../../store/outbox.ts';
import * as klantverwijzingen from '../../store/klantverwijzingen.ts';
import { ContactmomentOpdracht } from './opdracht.ts';
import { DOEL_KLANTCONTACT } from '../doelbinding.ts';
import { meldContactmoment } from '../meldingen.ts';
import type { Deps } from '../deps.ts';
import { uuidVan } from '../zaaklezing.ts';
import type { Bezorger } from './soort.ts';

const Stap = z.object({
  partij: z.string().optional(),
  contact: z.string().optional(),
  actor: z.boolean().optional(),
});

/** Whether the contact itself is in its register: a chain that was refused after that only lacks a link. */
export const isInRegister = (rij: Outboxrij): boolean => Stap.parse(rij.stap).contact !== undefined;

/**
 * The chain of Klantinteracties: partij (made where there is none), klantcontact with betrokkene and the first zaak in
 * one transaction, then the actor and the other zaken. Each link first asks what is there, so that a chain that was cut
 * anywhere is completed and never doubled.
 */
export const bezorgContactmoment: Bezorger = async (deps, rij, { signal, bewaarStap }) => {
  const register = deps.registers.klanten;
  if (register === null) throw new BronFout(rij.register, 'niet_ondersteund');
  const opdracht = ContactmomentOpdracht.parse(rij.inhoud);
  const aanroep: Aanroep = {
    medewerker: opdracht.medewerker,
    doel: DOEL_KLANTCONTACT,
    traceId: rij.id.replaceAll('-', ''),
    signal,
  };
  const stap = Stap.parse(rij.stap);

  if (stap.partij === undefined && opdracht.klant !== undefined) {
    stap.partij = await partijVoor(deps, register, opdracht.klant, opdracht.klantNaam ?? '', aanroep);
    await bewaarStap({ ...stap });
  }
  if (stap.contact === undefined) {
    const eerder = rij.pogingen > 1 ? await register.vindContact(opdracht.referentienummer, aanroep) : null;
    stap.contact = eerder?.uuid ?? (await maak(register, opdracht, stap.partij ?? null, aanroep));
    await bewaarStap({ ...stap });
  }
  if (stap.actor !== true) {
    await register.koppelActor(stap.contact, opdracht.medewerker, aanroep);
    stap.actor = true;
    await bewaarStap({ ...stap });
  }
  const { contact } = stap;
  for (const zaak of opdracht.zaken.slice(1)) await register.koppelZaak(contact, uuidVan(zaak), aanroep);
  if (stap.partij !== undefined) register.vergeet(stap.partij);
  return { bronId: contact, meld: () => meldContactmoment(deps, opdracht, contact, rij.medewerker) };
};

async function partijVoor(
  deps: Deps,
  register: Klantregister,
  klant: string,
  naam: string,
  aanroep: Aanroep,
): Promise<string> {
  const sleutel = await klantverwijzingen.los(deps.store.db, deps.sleutels, klant);
  if (sleutel === null) throw new BronFout(register.id, 'niet_gevonden');
  const partij =
    (await register.vindPartij(sleutel, aanroep)) ?? (await register.maakPartij(sleutel, naam, aanroep));
  await klantverwijzingen.koppelPartij(deps.store.db, { partij: partij.uuid, klant });
  return partij.uuid;
}

async function maak(
  register: Klantregister,
  opdracht: ContactmomentOpdracht,
  partij: string | null,
  aanroep: Aanroep,
): Promise<string> {
  const eerste = opdracht.zaken[0];
  const { uuid } = await register.maakContact(
    {
      referentienummer: opdracht.referentienummer,
      kanaal: opdracht.kanaal,
      onderwerp: opdracht.onderwerp,
      inhoud: opdracht.inhoud,
      taal: opdracht.taal,
      vertrouwelijk: opdracht.vertrouwelijk,
      plaatsgevondenOp: opdracht.gestartOp,
      metadata: {
        vraagtype: opdracht.vraagtype,
        resultaat: opdracht.resultaat,
        richting: opdracht.richting,
        beeindigdOp: opdracht.beeindigdOp,
        medewerker: opdracht.medewerker.naam.slice(0, 255),
      },
      partij,
      naam: opdracht.klantNaam,
      zaak: eerste === undefined ? null : uuidVan(eerste),
    },
    aanroep,
  );
  return uuid;
}
