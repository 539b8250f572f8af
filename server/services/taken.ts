import type { Taak } from '../../shared/contracts/taak.ts';
import { fout } from '../fouten.ts';
import * as gebeurtenissen from '../store/gebeurtenissen.ts';
import * as outbox from '../store/outbox.ts';
import type { Outboxrij } from '../store/outbox.ts';
import { ContactmomentOpdracht, StatusOpdracht, SubstatusOpdracht } from './bezorging/opdracht.ts';
import type { Deps, Wie } from './deps.ts';
import { zaakId } from './zaaklezing.ts';

/** My writes that a register refused later on. */
export async function lijst(deps: Deps, wie: Wie): Promise<Taak[]> {
  return (await outbox.vanMedewerker(deps.store.db, deps.sleutels, wie.medewerker.id)).map(toon);
}

/** The author has read it and taken over the text. @throws niet_gevonden */
export async function verwijder(deps: Deps, wie: Wie, id: string): Promise<void> {
  const eigen = (await outbox.vanMedewerker(deps.store.db, deps.sleutels, wie.medewerker.id)).find(
    (rij) => rij.id === id,
  );
  if (eigen === undefined) throw fout('niet_gevonden');
  await outbox.ruimTaakOp(deps.store.db, eigen.id);
}

/** A refused write came back: tells its author's consoles that there is a taak. */
export async function meldTaak(deps: Deps, medewerker: string): Promise<void> {
  const tijdstip = deps.clock.nu().toISOString();
  const geschreven = await deps.store.tx((t) =>
    gebeurtenissen.schrijf(t, [
      { soort: 'zaak.gewijzigd', onderwerp: `mijn:${medewerker}`, tijdstip, bron: null, niveau: 'status' },
    ]),
  );
  deps.bus.emit('gebeurtenissen', geschreven);
}

function toon(rij: Outboxrij): Taak {
  const gedeeld = {
    id: rij.id,
    soort: rij.soort,
    reden: rij.reden ?? '',
    tijdstip: rij.aangemaaktOp.toISOString(),
  };
  switch (rij.soort) {
    case 'contactmoment': {
      const { onderwerp, inhoud, klant, zaken } = ContactmomentOpdracht.parse(rij.inhoud);
      return {
        ...gedeeld,
        tekst: [onderwerp, inhoud].join('\n'),
        zaak: zaken[0] ?? null,
        klant: klant ?? null,
      };
    }
    case 'substatus': {
      const { omschrijving, register, zaak } = SubstatusOpdracht.parse(rij.inhoud);
      return { ...gedeeld, tekst: omschrijving, zaak: zaakId(register, zaak), klant: null };
    }
    case 'status': {
      const { toelichting, register, zaak } = StatusOpdracht.parse(rij.inhoud);
      return { ...gedeeld, tekst: toelichting ?? '', zaak: zaakId(register, zaak), klant: null };
    }
  }
}
