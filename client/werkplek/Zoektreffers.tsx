import {
  IconBuilding,
  IconFileText,
  IconMapPin,
  IconShieldLock,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import type { KlantKort, ZoekAntwoord } from '../../shared/contracts/klant.ts';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { dagKort, dagLang } from '../ui/datum.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Termijn } from '../ui/Termijn.tsx';
import { stand } from '../ui/voortgangTekst.ts';

const regel = (...delen: (string | false | undefined)[]): string => delen.filter(Boolean).join(' · ');

function geboren({ geboortedatum, geboortedatumTekst }: KlantKort): string | undefined {
  if (geboortedatumTekst === 'onbekend') return 'geboortedatum onbekend';
  return geboortedatumTekst ?? (geboortedatum && dagLang(geboortedatum));
}

export function Klanttreffer({ klant }: { klant: KlantKort }) {
  return (
    <li className="blad">
      <Link to={`/klanten/${klant.id}`} data-rij>
        <Icoon van={klant.soort === 'persoon' ? IconUser : IconBuilding} />
        <span>
          <b>{klant.naam}</b>
          <small>{regel(geboren(klant), klant.adres, klant.adresAfgeschermd && 'adres afgeschermd')}</small>
        </span>
        <span className="merkjes">
          {klant.overleden && <span className="merkje">Overleden</span>}
          {klant.geheimhouding && (
            <span className="merkje">
              <Icoon van={IconShieldLock} klein /> Geheimhouding
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Nobody knows by which number to open this one: said, so that "niemand gevonden" is not. */
export function ZonderNummer({ naam, geheimhouding }: NonNullable<ZoekAntwoord['zonderNummer']>[number]) {
  return (
    <li className="blad zonder-nummer">
      <Icoon van={IconUserQuestion} />
      <span>
        <b>{naam}</b>
        <small>Bekend in Klantcontacten, zonder BSN of KVK-nummer. Zoek op naam met geboortedatum.</small>
      </span>
      {geheimhouding && (
        <span className="merkje">
          <Icoon van={IconShieldLock} klein /> Geheimhouding
        </span>
      )}
    </li>
  );
}

/** A melding is told by what lies where and since when; another zaak by its zaaktype. */
export function Zaaktreffer({ zaak, melding }: { zaak: ZaakKort; melding: boolean }) {
  return (
    <li className="blad">
      <Link to={`/zaken/${encodeURIComponent(zaak.id)}/show`} data-rij>
        <Icoon van={melding ? IconMapPin : IconFileText} />
        <span>
          <b>{melding && zaak.omschrijving !== '' ? zaak.omschrijving : zaak.zaaktype.omschrijving}</b>
          <small>
            {regel(
              melding && `sinds ${dagKort(zaak.startdatum)}`,
              zaak.zaaknummer,
              zaak.afdeling,
              stand(zaak).naam,
            )}
          </small>
        </span>
        <Termijn termijn={zaak.termijn} einddatum={zaak.einddatum} />
      </Link>
    </li>
  );
}
