/**
 * A PDF as Typst writes it claims one standard at a time. One that was written as PDF/A-2a, and whose content was also accepted as PDF/UA-1,
 * may say both; what it lacks is the claim in its metadata and the wish that the window shows its title (ISO 14289-1, 5 and 7.1).
 */

const uaClaim = '<pdfuaid:part>1</pdfuaid:part>';
const uaNamespace = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"';

/** PDF/A wants every schema that it does not know itself to be described (ISO 19005-2, 6.6.2.3). */
const uaSchema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

const schemasEnd = '</rdf:Bag></pdfaExtension:schemas>';
const metadataStart = /\n(\d+) 0 obj\n<<\n {2}\/Length (\d+)\n {2}\/Type \/Metadata\n {2}\/Subtype \/XML\n>>\nstream\n/;
const tableEntry = /(\d{10}) (\d{5} n\r?\n)/g;

/**
 * Adds the claim of PDF/UA-1. `null` where the file is not built as expected: then nothing must be claimed. Works on the end of the file
 * alone, where Typst puts the metadata, the catalogue and the table of objects; everything before stays where it is.
 */
export function claimUniversalAccess(pdf: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const typeAt = bytes.lastIndexOf('/Type /Metadata');
  const objectAt = bytes.lastIndexOf(' 0 obj\n', typeAt);
  const from = bytes.lastIndexOf('\n', objectAt - 1);
  if (typeAt === -1 || from === -1) return null;
  // One character a byte, so that offsets in the string are offsets in the file.
  const tail = bytes.toString('latin1', from);
  const start = metadataStart.exec(tail);
  const streamAt = (start?.index ?? 0) + (start?.[0].length ?? 0);
  const length = Number(start?.[2]);
  const metadata = tail.slice(streamAt, streamAt + length);
  if (start?.index !== 0 || !metadata.includes(schemasEnd) || metadata.includes('pdfuaid:')) return null;

  const claimed = metadata
    .replace(' xmlns:pdfaid=', `${uaNamespace} xmlns:pdfaid=`)
    .replace(schemasEnd, uaSchema + schemasEnd)
    .replace('<pdfaid:part>', `${uaClaim}<pdfaid:part>`);
  const head = start[0].replace(`/Length ${length}`, `/Length ${claimed.length}`);
  const rest = tail.slice(streamAt + length);
  const titled = rest.replace('/ViewerPreferences <<\n', '/ViewerPreferences <<\n    /DisplayDocTitle true\n');
  const tableAt = titled.lastIndexOf('\nxref\n');
  if (!claimed.includes(uaNamespace) || !claimed.includes(uaClaim) || titled === rest || tableAt === -1) return null;

  // Objects after the metadata have moved by what was added before them. Only the catalogue can, and it follows right behind.
  const added = head.length + claimed.length - streamAt - length;
  const catalogueAt = titled.indexOf(' 0 obj\n');
  if (titled.indexOf(' 0 obj\n', catalogueAt + 1) !== -1) return null;
  const objects = titled.slice(0, tableAt);
  const table = titled
    .slice(tableAt)
    .replace(tableEntry, (_, offset: string, end: string) =>
      Number(offset) > from + 1 ? `${String(Number(offset) + added).padStart(10, '0')} ${end}` : `${offset} ${end}`,
    );
  const newTableAt = from + head.length + claimed.length + objects.length + 1;
  const closed = table.replace(/startxref\n\d+/, `startxref\n${newTableAt}`);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(head + claimed + objects + closed, 'latin1')]);
}
