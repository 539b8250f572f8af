import { GlobalStyles } from '@mui/material';
import { useEffect } from 'react';
import { useTheme } from 'react-admin';
import { useMij } from '../auth.ts';
import { kleurVariabelen } from './kleuren.ts';

/** Colours as custom properties; scheme and density as attributes of the document. */
export function Globaal() {
  const [keuze] = useTheme();
  const balie = useMij()?.medewerker.rollen.includes('balie') ?? false;
  useEffect(() => {
    const wortel = document.documentElement.dataset;
    if (keuze === 'light') wortel['thema'] = 'licht';
    else wortel['thema'] = 'donker';
    if (balie) wortel['dichtheid'] = 'ruim';
    else delete wortel['dichtheid'];
  }, [keuze, balie]);
  return (
    <GlobalStyles
      styles={{
        ':root': kleurVariabelen,
        '@media (prefers-contrast: more)': {
          ':root': {
            '--svz-rand': 'var(--svz-rand-veld)',
            '--svz-rand-2': 'var(--svz-rand-veld)',
            '--svz-tekst-2': 'var(--svz-tekst)',
            '--svz-tekst-3': 'var(--svz-tekst)',
          },
        },
      }}
    />
  );
}
