/** Seeded randomness: the same seed gives the same gemeente on every machine. sfc32, seeded by xmur3 (public domain). */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(byte: number): string {
  return HEX[byte & 255] as string;
}

export class Prng {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  constructor(zaad: string) {
    let h = 1779033703 ^ zaad.length;
    for (let i = 0; i < zaad.length; i++) {
      h = Math.imul(h ^ zaad.charCodeAt(i), 3432918353);
      h = (h << 13) | (h >>> 19);
    }
    const meng = (): number => {
      h = Math.imul(h ^ (h >>> 16), 2246822507);
      h = Math.imul(h ^ (h >>> 13), 3266489909);
      return (h ^= h >>> 16) >>> 0;
    };
    this.a = meng();
    this.b = meng();
    this.c = meng();
    this.d = meng();
    for (let i = 0; i < 15; i++) this.uint32();
  }

  /** Whole number in [0, 2^32). */
  uint32(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** Number in [0, 1). */
  volgende(): number {
    return this.uint32() / 4294967296;
  }

  /** Whole number from `van` up to and including `tot`. */
  heel(van: number, tot: number): number {
    return van + Math.floor(this.volgende() * (tot - van + 1));
  }

  kans(p: number): boolean {
    return this.volgende() < p;
  }

  kies<T>(lijst: readonly T[]): T {
    if (lijst.length === 0) throw new RangeError('Kan niet kiezen uit een lege lijst');
    return lijst[Math.floor(this.volgende() * lijst.length)] as T;
  }

  gewogen<T extends { gewicht: number }>(lijst: readonly T[]): T {
    let rest = this.volgende() * lijst.reduce((som, deel) => som + deel.gewicht, 0);
    for (const deel of lijst) {
      rest -= deel.gewicht;
      if (rest < 0) return deel;
    }
    return this.kies(lijst);
  }

  /** Shaped as a version 4 UUID (RFC 9562); the bits are ours, so that a seed gives the same ones. */
  uuid(): string {
    const [p, q, r, s] = [this.uint32(), this.uint32(), this.uint32(), this.uint32()];
    return (
      `${hex(p >>> 24)}${hex(p >>> 16)}${hex(p >>> 8)}${hex(p)}-${hex(q >>> 24)}${hex(q >>> 16)}-` +
      `${hex(((q >>> 8) & 0x0f) | 0x40)}${hex(q)}-${hex(((r >>> 24) & 0x3f) | 0x80)}${hex(r >>> 16)}-` +
      `${hex(r >>> 8)}${hex(r)}${hex(s >>> 24)}${hex(s >>> 16)}${hex(s >>> 8)}${hex(s)}`
    );
  }
}
