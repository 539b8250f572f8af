import type { RaThemeOptions } from 'react-admin';
import { kleuren, type KleurNaam } from './kleuren.ts';

const letters = '"Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

const stand = (schema: 'light' | 'dark'): RaThemeOptions => {
  const k = (naam: KleurNaam): string => kleuren[naam][schema === 'light' ? 0 : 1];
  const termijn = (naam: 'op-tijd' | 'let-op' | 'te-laat' | 'opgeschort') => ({
    main: k(`${naam}-tekst`),
    light: k(`${naam}-vlak`),
    contrastText: k('blad'),
  });
  return {
    palette: {
      mode: schema,
      primary: { main: k('nu'), dark: k('nu-hover'), light: k('nu-vlak'), contrastText: k('nu-op') },
      secondary: { main: k('link'), contrastText: k('blad') },
      text: { primary: k('tekst'), secondary: k('tekst-2'), disabled: k('tekst-3') },
      background: { default: k('vlak'), paper: k('blad') },
      divider: k('rand'),
      success: termijn('op-tijd'),
      warning: termijn('let-op'),
      error: termijn('te-laat'),
      info: termijn('opgeschort'),
    },
    shape: { borderRadius: 4 },
    spacing: 4,
    typography: { fontFamily: letters, fontSize: 14, button: { textTransform: 'none', fontWeight: 600 } },
    transitions: { duration: { enteringScreen: 120, leavingScreen: 120 } },
    components: {
      MuiCssBaseline: { styleOverrides: { body: { fontSize: '0.875rem', lineHeight: '20px' } } },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
        styleOverrides: {
          root: {
            minHeight: 'var(--svz-doel)',
            minWidth: 0,
            padding: '0 12px',
            gap: 6,
            fontSize: '0.8125rem',
            lineHeight: '18px',
            whiteSpace: 'nowrap',
          },
          outlined: {
            borderColor: k('rand-veld'),
            backgroundColor: k('blad'),
            '&:hover': { backgroundColor: k('hover') },
          },
          text: { color: k('link'), padding: '0 8px', '&:hover': { backgroundColor: k('hover') } },
          sizeSmall: { minHeight: 28, padding: '0 8px' },
        },
      },
      MuiIconButton: {
        styleOverrides: {
          root: { borderRadius: 4, width: 28, height: 28, padding: 0, color: k('tekst-2') },
        },
      },
      MuiDialog: {
        styleOverrides: {
          paper: {
            borderRadius: 8,
            backgroundImage: 'none',
            border: `1px solid ${k('rand-2')}`,
            boxShadow: 'var(--svz-hoogte-2)',
          },
        },
      },
      MuiMenu: {
        styleOverrides: {
          paper: {
            backgroundImage: 'none',
            border: `1px solid ${k('rand-2')}`,
            boxShadow: 'var(--svz-hoogte-1)',
          },
        },
      },
      MuiMenuItem: { styleOverrides: { root: { fontSize: '0.8125rem', gap: 10, minHeight: 32 } } },
    },
  };
};

export const licht = stand('light');
export const donker = stand('dark');
