import type { Picture } from '../document';
import { base64OfPicture, sizeOnPaper } from '../pictures';
import { escapeXml } from '../xml/escape';

/** What is written of the width of an upright page, in millimetres. */
const textWidth = 160;

const mimeTypes = { svg: 'image/svg+xml', png: 'image/png' } as const satisfies Record<
  Picture['data']['format'],
  string
>;

/** A picture that stands in its line like a letter and is held by the file itself (ODF 1.3 part 3, 10.4), with its words for those who cannot see it. */
export function writePicture(picture: Picture, name: string): string {
  const [width, height] = sizeOnPaper(picture, textWidth);
  const size = `svg:width="${width.toFixed(1)}mm" svg:height="${height.toFixed(1)}mm"`;
  return (
    `<draw:frame draw:name="${escapeXml(name)}" text:anchor-type="as-char" ${size}>` +
    `<draw:image draw:mime-type="${mimeTypes[picture.data.format]}"><office:binary-data>${base64OfPicture(picture)}</office:binary-data></draw:image>` +
    `<svg:title>${escapeXml(picture.alternative)}</svg:title></draw:frame>`
  );
}
