/**
 * The sandbox ends with its parent, whatever ends that: an IPC channel, and else the pipe on stdin, closes with the
 * process that holds the other end, also after kill -9. Started with `SANDBOX_OUDER` set.
 */
export function volgOuder(stop: () => void): void {
  if (process.connected) {
    process.once('disconnect', stop);
    return;
  }
  for (const gebeurtenis of ['end', 'close', 'error']) process.stdin.once(gebeurtenis, stop);
  process.stdin.resume();
}
