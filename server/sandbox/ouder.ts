/**
 * The sandbox ends with its parent, whatever ends that: a pipe or IPC channel closes with the process that holds it,
 * also after kill -9. Started with `SANDBOX_OUDER` set and stdin a pipe, or with an IPC channel.
 */
export function volgOuder(stop: () => void): void {
  process.once('disconnect', stop);
  process.stdin.once('end', stop);
  process.stdin.once('close', stop);
  process.stdin.once('error', stop);
  process.stdin.resume();
}
