import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['CONSOLE_URL'] ?? 'http://127.0.0.1:3000';

/**
 * ra-core names react-router-dom, which is one package with react-router since version 7; npm nests an older copy,
 * and two copies would mean two router contexts.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: { 'react-router-dom': 'react-router' } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // The floor of react-admin is above Rollup's default warning; the budget of 350 kB gzip is tested.
    chunkSizeWarningLimit: 1400,
  },
  server: { proxy: { '/api': server, '/auth': server, '/socket.io': { target: server, ws: true } } },
});
