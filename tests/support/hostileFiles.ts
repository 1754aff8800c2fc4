import { strToU8, zipSync, zlibSync } from 'fflate';
import type { ImportFailureCode } from '#shared/import';
import { chanceFrom } from './heldOut/chance';
import { plainPdf } from './plainPdf';
import { wordFile } from './wordFile';

/** A file that somebody made to do harm, or that came to harm, and how it is refused. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: ImportFailureCode;
}

const MIB = 1024 * 1024;
const text = '<w:p><w:r><w:t>Laget møtes hver vår.</w:t></w:r></w:p>';
const title = { text: 'Arbeidsprogram for Hagelaget 2031–2033', x: 72, y: 60, size: 20 };

const partWith = (document: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(document) });
const declaring = (doctype: string): Uint8Array =>
  partWith(`<?xml version="1.0"?>${doctype}<document><body><p>&c;</p></body></document>`);

/** The head of the compound files of old office programs, with the name of one of their streams. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [i, unit] of Array.from(stream, (sign) => sign.charCodeAt(0)).entries()) bytes[1024 + 2 * i] = unit;
  return bytes;
}

/** The same bytes whenever it is asked for. */
function randomBytes(seed: number, length: number): Uint8Array {
  const chance = chanceFrom(seed);
  return Uint8Array.from({ length }, () => chance.below(256));
}

const unpacksTo = (bytes: number): string =>
  Array.from(zlibSync(new Uint8Array(bytes), { level: 1 }), (unit) => String.fromCharCode(unit)).join('');

const locked = (): Uint8Array =>
  plainPdf([[title]], {
    trailer: (first) => `/Encrypt ${String(first)} 0 R /ID [<00> <00>]`,
    objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`],
  });

/** Every kind of hostile and broken file that quality.md names, made anew: none of them lies in the repository. */
export const hostileFiles = (): readonly HostileFile[] => [
  {
    name: 'bombe.docx',
    bytes: wordFile({ body: `<w:p><w:r><w:t>${'a'.repeat(49 * MIB)}</w:t></w:r></w:p>` }),
    code: 'import-unpacks-too-large',
  },
  {
    name: 'strøm.pdf',
    bytes: plainPdf([[]], { stream: { dictionary: '/Filter /FlateDecode', data: unpacksTo(60 * MIB) } }),
    code: 'import-unpacks-too-large',
  },
  {
    name: 'utenfor.docx',
    bytes: zipSync({ '../../../../tmp/ute.txt': strToU8('ute'), '/etc/ute': strToU8('ute') }),
    code: 'import-unsupported',
  },
  {
    name: 'entiteter.docx',
    bytes: declaring('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'),
    code: 'import-damaged',
  },
  {
    name: 'ekstern.docx',
    bytes: declaring('<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>'),
    code: 'import-damaged',
  },
  {
    name: 'nett.docx',
    bytes: declaring('<!DOCTYPE a SYSTEM "http://hagelaget.example/a.dtd">'),
    code: 'import-damaged',
  },
  {
    name: 'dyp.docx',
    bytes: wordFile({ body: '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000) }),
    code: 'import-damaged',
  },
  { name: 'dyp.rtf', bytes: strToU8(`{\\rtf1 ${'{'.repeat(100_000)}`), code: 'import-damaged' },
  { name: 'avkortet.docx', bytes: wordFile({ body: text }).subarray(0, 200), code: 'import-damaged' },
  { name: 'avkortet.pdf', bytes: plainPdf([[title]]).slice(0, 40), code: 'import-damaged' },
  {
    name: 'egentlig-bilde.docx',
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
    code: 'import-unsupported',
  },
  { name: 'egentlig-arkiv.pdf', bytes: zipSync({ 'a.txt': strToU8('a') }), code: 'import-unsupported' },
  { name: 'låst.docx', bytes: compoundFile('EncryptedPackage'), code: 'import-encrypted' },
  { name: 'låst.pdf', bytes: locked(), code: 'import-encrypted' },
  {
    name: 'fem-tusen-sider.pdf',
    bytes: plainPdf(Array.from({ length: 5_000 }, () => [title])),
    code: 'import-too-many-pages',
  },
  { name: 'tilfeldig.txt', bytes: randomBytes(3, 200_000), code: 'import-binary' },
  { name: 'tom.docx', bytes: new Uint8Array(), code: 'import-empty' },
];
