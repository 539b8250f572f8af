/** `npm run dev`: the server restarts on a change, the client is served by Vite with hot reload on port 5173. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const wortel = join(import.meta.dirname, '..');
const port = process.env['PORT'] ?? '3000';
const kinderen = [
  spawn(process.execPath, ['--watch', join(wortel, 'server', 'index.ts')], {
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_URL: 'http://localhost:5173' },
  }),
  spawn(process.execPath, [join(wortel, 'node_modules', 'vite', 'bin', 'vite.js'), 'client'], {
    stdio: 'inherit',
    env: { ...process.env, CONSOLE_URL: `http://127.0.0.1:${port}` },
  }),
];
for (const signaal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signaal, () => kinderen.forEach((kind) => kind.kill(signaal)));
}
