import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-700.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import '@fontsource/noto-sans/latin-ext-700.css';
import '@fontsource/noto-serif/latin-400.css';
import '@fontsource/noto-serif/latin-ext-400.css';
import './ui/basis.css';
import './ui/onderdelen.css';
import { App } from './App.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content;
const stijlen = createCache({ key: 'svz', ...(nonce ? { nonce } : {}) });
const wortel = document.getElementById('root');
if (wortel === null) throw new Error('index.html has no #root');
createRoot(wortel).render(
  <StrictMode>
    <CacheProvider value={stijlen}>
      <App />
    </CacheProvider>
  </StrictMode>,
);
