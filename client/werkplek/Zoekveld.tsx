import { IconSearch } from '@tabler/icons-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { useZoeken } from '../providers/klanten.ts';
import { Icoon } from '../ui/Icoon.tsx';
import { useToets } from './toetsen.ts';
import { leesZoekvraag } from './zoekvraag.ts';
import './Zoekveld.css';

/** One field for everything; says how it reads what is typed, and what is wrong there where it is wrong. */
export function Zoekveld() {
  const [tekst, zetTekst] = useState('');
  const [melding, zetMelding] = useState<string | null>(null);
  const veld = useRef<HTMLInputElement>(null);
  const zoeken = useZoeken();
  const ga = useNavigate();
  const naarVeld = () => veld.current?.select();
  useToets('ctrl+k', naarVeld);
  useToets('/', naarVeld);
  const gelezen = tekst.trim() === '' ? null : leesZoekvraag(tekst);

  const zoek = (gebeurtenis: SyntheticEvent) => {
    gebeurtenis.preventDefault();
    const nu = leesZoekvraag(tekst);
    if (nu.soort === 'fout') {
      zetMelding(nu.melding);
      veld.current?.focus();
      return;
    }
    zetMelding(null);
    // Searching is done: the next key (N, J, C) is for the page, not for this field.
    veld.current?.blur();
    zoeken.mutate(nu, {
      onSuccess: ({ data, zaken }) => {
        const [klant] = data;
        const [zaak] = zaken;
        if ('bsn' in nu.vraag) zetTekst('');
        if ('bsn' in nu.vraag && klant !== undefined) void ga(`/klanten/${klant.id}`);
        else if ('zaaknummer' in nu.vraag && zaak !== undefined && zaken.length === 1)
          void ga(`/zaken/${encodeURIComponent(zaak.id)}/show`);
      },
    });
    void ga('/zoeken');
  };

  return (
    <form className="zoek" role="search" onSubmit={zoek} noValidate>
      <Icoon van={IconSearch} />
      <input
        ref={veld}
        name="zoek"
        maxLength={200}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label="Zoek een klant of zaak"
        aria-invalid={melding !== null}
        aria-describedby="zoek-fout zoek-gelezen"
        placeholder="Zoek op naam, BSN, adres, telefoon of zaaknummer"
        value={tekst}
        onChange={(een) => {
          zetTekst(een.target.value);
          zetMelding(null);
        }}
        onKeyDown={(een) => {
          if (een.key === 'Escape') een.currentTarget.blur();
        }}
      />
      <span className="gelezen" id="zoek-gelezen" hidden={gelezen?.gelezenAls == null}>
        Gelezen als: {gelezen?.gelezenAls}
      </span>
      <kbd>Ctrl K</kbd>
      <p className="zoek-fout" id="zoek-fout" role="alert" hidden={melding === null}>
        {melding}
      </p>
    </form>
  );
}
