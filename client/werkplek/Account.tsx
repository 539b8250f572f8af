import { Menu, MenuItem } from '@mui/material';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { useLogout, useTheme } from 'react-admin';
import { initialen, useMij } from '../providers/auth.ts';
import { Icoon } from '../ui/Icoon.tsx';

/** Who one is, the scheme, and log out. */
export function Account() {
  const mij = useMij();
  const uitloggen = useLogout();
  const [thema, zetThema] = useTheme();
  const [anker, zetAnker] = useState<HTMLElement | null>(null);
  if (mij === undefined) return null;
  const { naam, afdelingen } = mij.medewerker;
  const kies = (keuze: 'light' | 'dark') => {
    zetThema(keuze);
    zetAnker(null);
  };
  return (
    <>
      <button
        type="button"
        className="knop-kader"
        aria-haspopup="menu"
        onClick={(een) => zetAnker(een.currentTarget)}
      >
        <span className="ronde" aria-hidden="true">
          {initialen(naam)}
        </span>
        <span className="uit-zicht">{naam}, uw account</span>
      </button>
      <Menu open={anker !== null} anchorEl={anker} onClose={() => zetAnker(null)}>
        <MenuItem disabled>
          {naam}
          {afdelingen.length > 0 && `, ${afdelingen.join(', ')}`}
        </MenuItem>
        {thema === 'dark' ? (
          <MenuItem onClick={() => kies('light')}>
            <Icoon van={IconSun} klein /> Licht scherm
          </MenuItem>
        ) : (
          <MenuItem onClick={() => kies('dark')}>
            <Icoon van={IconMoon} klein /> Donker scherm
          </MenuItem>
        )}
        <MenuItem onClick={() => void uitloggen()}>
          <Icoon van={IconLogout} klein /> Uitloggen
        </MenuItem>
      </Menu>
    </>
  );
}
