import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ExportDocument } from '../document';
import { escapeXml, xmlHeader } from '../xml/escape';
import { contentPart } from './content';
import { namespaces, stylesPart } from './styles';

export const odtMime = 'application/vnd.oasis.opendocument.text';

/** Local midnight of the first day a zip file can name: the same bytes in every time zone. */
const fixedDate = '1980-01-01T00:00:00';

const manifest = (): string =>
  `${xmlHeader}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odtMime}"/>` +
  ['content.xml', 'styles.xml', 'meta.xml']
    .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>';

const metaPart = ({ title, paper, author, generatedAt, revisionName, shortHash, language }: ExportDocument): string =>
  `${xmlHeader}<office:document-meta ${namespaces} office:version="1.3"><office:meta><meta:generator>Programrevisjon</meta:generator>` +
  `<dc:title>${escapeXml(`${title} – ${paper}`)}</dc:title><dc:description>${escapeXml(`${revisionName} · ${shortHash}`)}</dc:description>` +
  `<meta:initial-creator>${escapeXml(author)}</meta:initial-creator><dc:creator>${escapeXml(author)}</dc:creator>` +
  `<meta:creation-date>${escapeXml(generatedAt)}</meta:creation-date><dc:date>${escapeXml(generatedAt)}</dc:date>` +
  `<dc:language>${language}</dc:language></office:meta></office:document-meta>`;

/** An OpenDocument text. The same paper gives the same bytes. `mimetype` comes first and is stored as it is (ODF 1.3 part 2, 3.3). */
export function writeOdt(document: ExportDocument): Uint8Array {
  const parts: Zippable = {
    mimetype: [strToU8(odtMime), { level: 0 }],
    'content.xml': strToU8(contentPart(document)),
    'styles.xml': strToU8(stylesPart(document)),
    'meta.xml': strToU8(metaPart(document)),
    'META-INF/manifest.xml': strToU8(manifest()),
  };
  return zipSync(parts, { level: 6, mtime: fixedDate });
}
