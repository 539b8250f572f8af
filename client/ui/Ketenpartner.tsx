import { IconBuilding, IconExternalLink } from '@tabler/icons-react';
import type { ZaakKort } from '../../shared/contracts/zaak.ts';
import { Icoon } from './Icoon.tsx';
import { metHoofdletter } from './schrijfwijze.ts';
import { Telefoon } from './Telefoon.tsx';

/** Another organisation handles this zaak: who, and where the inwoner hears more. */
export function Ketenpartner({ partner }: { partner: ZaakKort['ketenpartner'] }) {
  if (partner === null) return null;
  const { naam, telefoon, website } = partner;
  return (
    <p className="ketenpartner">
      <Icoon van={IconBuilding} />
      <span>
        <span>
          <b>{metHoofdletter(naam)}</b> behandelt deze zaak
        </span>
        {telefoon !== null && <Telefoon nummer={telefoon} />}
        {website !== null && (
          <a href={website} target="_blank" rel="noreferrer">
            Website <Icoon van={IconExternalLink} klein />
          </a>
        )}
      </span>
    </p>
  );
}
