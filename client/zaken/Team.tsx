import { IconClock, IconPhone, IconUser, IconUserCheck } from '@tabler/icons-react';
import type { Team as TeamVanZaak } from '../../shared/contracts/zaak.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { Telefoon } from '../ui/Telefoon.tsx';
import { bereikTekst, openTekst } from './teamTekst.ts';

type Collega = TeamVanZaak['collegas'][number];

function Rij({ collega }: { collega: Collega }) {
  const { naam, telefoon, behandelaar, bereikbaar, vervanger } = collega;
  return (
    <li>
      <Icoon van={behandelaar ? IconUserCheck : IconUser} />
      <span>
        {naam}
        <small>{bereikTekst(collega)}</small>
        {vervanger !== null && (
          <small>
            Vervanger: {vervanger.naam}
            {vervanger.telefoon !== null && (
              <>
                , <Telefoon nummer={vervanger.telefoon} />
              </>
            )}
          </small>
        )}
      </span>
      {telefoon !== null && bereikbaar !== false && <Telefoon nummer={telefoon} />}
    </li>
  );
}

/** The behandelend team: where one connects through to, and who is there now. */
export function Team({ team }: { team: TeamVanZaak | null }) {
  if (team === null) return null;
  return (
    <section className="blad deel" aria-labelledby="team">
      <h2 id="team">Behandelend team</h2>
      <ul className="rijen">
        <li>
          <Icoon van={IconPhone} />
          <span>
            {team.afdeling}
            <small>{openTekst(team)}</small>
          </span>
          {team.telefoon !== null && <Telefoon nummer={team.telefoon} />}
        </li>
        {team.collegas.map((collega) => (
          <Rij key={`${collega.naam} ${collega.telefoon ?? ''}`} collega={collega} />
        ))}
      </ul>
      {team.email !== null && <p className="meta">{team.email}</p>}
    </section>
  );
}

/** The same in one line, in the dock, for who wants to connect the caller through. */
export function Doorverbinden({ team }: { team: TeamVanZaak | null }) {
  if (team?.telefoon == null) return null;
  return (
    <section className="dok-team" aria-label="Doorverbinden">
      <Icoon van={IconPhone} klein />
      <span>
        Doorverbinden met <b>{team.afdeling}</b>: <Telefoon nummer={team.telefoon} />
        <small>
          <Icoon van={IconClock} klein /> {openTekst(team)}
        </small>
      </span>
    </section>
  );
}
