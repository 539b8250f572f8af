import { herkenIn } from '../http/adres.ts';
import type { Zaakregister } from '../ports.ts';
import { maakZgw, type ZgwConfig } from './basis.ts';
import { maakCatalogus } from './catalogus.ts';
import { maakDocumenten } from './documenten.ts';
import { maakSchrijven, type Schrijven } from './schrijven.ts';
import { maakZaken } from './zaken.ts';

/** Path segment → name of the resource as a notificatie spells it. */
const SOORTEN = {
  zaken: 'zaak',
  statussen: 'status',
  substatussen: 'substatus',
  resultaten: 'resultaat',
  rollen: 'rol',
  zaakinformatieobjecten: 'zaakinformatieobject',
  zaakobjecten: 'zaakobject',
  zaaktypen: 'zaaktype',
  statustypen: 'statustype',
  resultaattypen: 'resultaattype',
  enkelvoudiginformatieobjecten: 'enkelvoudiginformatieobject',
  besluiten: 'besluit',
};

/** A register that speaks the ZGW APIs (Open Zaak, OneGround, others). */
export function maakZaakregister(
  config: ZgwConfig,
): Zaakregister & Pick<Schrijven, 'koppelContactmoment'> & { sluit(): Promise<void> } {
  const zgw = maakZgw(config);
  const catalogus = maakCatalogus(zgw);
  const bases = [config.zaken, config.catalogi, config.documenten, config.besluiten].filter(
    (b) => b !== null,
  );
  return {
    id: config.id,
    naam: config.naam,
    organisaties: config.organisaties,
    kan: {
      substatussen: config.kan.substatussen,
      besluiten: config.besluiten !== null,
      documenten: config.documenten !== null,
    },
    ...maakZaken(zgw),
    ...maakDocumenten(zgw),
    ...maakSchrijven(zgw),
    zaaktype: (uuid, aanroep) => catalogus.zaaktype(uuid, aanroep),
    zaaktypen: (aanroep) => catalogus.zaaktypen(aanroep),
    herken: (url) => herkenIn(bases, SOORTEN, url),
    vergeet(zaak) {
      zgw.cache.vergeet(zaak);
      if (zaak === undefined) catalogus.vergeet();
    },
    sluit: () => zgw.sluit(),
  };
}
