/** A read that many ask for at once: the same promise for all, until it is too old, failed, or was told to forget. */
export function kortBewaard<T>(lees: () => Promise<T>, ms: number): (() => Promise<T>) & { vergeet(): void } {
  let bewaard: { waarde: Promise<T>; tot: number } | null = null;
  const geef = (): Promise<T> => {
    const nu = performance.now();
    if (bewaard !== null && bewaard.tot > nu) return bewaard.waarde;
    const deze = { waarde: lees(), tot: nu + ms };
    bewaard = deze;
    deze.waarde.catch(() => {
      if (bewaard === deze) bewaard = null;
    });
    return deze.waarde;
  };
  return Object.assign(geef, {
    vergeet: () => {
      bewaard = null;
    },
  });
}
