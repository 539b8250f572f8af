/** A one-page PDF 1.4 (ISO 32000) in WinAnsi Helvetica: just enough for a letter of the demo. */
import { tekstVan } from '../typen.ts';
import type { Rij } from '../typen.ts';

const A4 = '[0 0 595 842]';

/** What a made document says about itself. */
export function alsTekstRegels(document: Rij): string[] {
  return [
    tekstVan(document['titel']),
    '',
    `Documentnummer: ${tekstVan(document['identificatie'])}`,
    `Datum: ${tekstVan(document['creatiedatum'])}`,
    `Van: ${tekstVan(document['auteur'])}`,
    '',
    tekstVan(document['beschrijving']),
    '',
    'Dit is een verzonnen document uit de sandbox-registers.',
  ];
}

/** Octal escapes for what stands outside ASCII; signs beyond Latin-1 become a question mark. */
function alsPdfTekst(regel: string): string {
  return Array.from(regel)
    .map((teken) => {
      const code = teken.codePointAt(0) ?? 0x3f;
      if ('()\\'.includes(teken)) return `\\${teken}`;
      if (code < 0x80) return teken;
      return code < 0x100 ? `\\${code.toString(8)}` : '?';
    })
    .join('');
}

export function maakPdf(regels: readonly string[]): Buffer {
  const tekst = regels.map((regel) => `(${alsPdfTekst(regel)}) Tj T*`).join('\n');
  const stroom = `BT /F1 12 Tf 18 TL 72 770 Td\n${tekst}\nET`;
  const objecten = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${A4} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${stroom.length} >>\nstream\n${stroom}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const plaatsen = objecten.map((object, i) => {
    const plaats = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return plaats;
  });
  const tabel = plaatsen.map((plaats) => `${String(plaats).padStart(10, '0')} 00000 n \n`).join('');
  const begin = pdf.length;
  pdf += `xref\n0 ${objecten.length + 1}\n0000000000 65535 f \n${tabel}`;
  pdf += `trailer\n<< /Size ${objecten.length + 1} /Root 1 0 R >>\nstartxref\n${begin}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
