import { fromBase64 } from 'lib0/buffer';
import type { Picture } from '../document';
import { bytesOfPicture, sizeOnPaper } from '../pictures';
import { escapeXml } from '../xml/escape';
import type { Writer } from './writer';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const vectorPicture = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

/** English metric units, of which drawings are measured in, in a millimetre. */
const unit = 36_000;
/** What is written of the width of an upright page, in millimetres. */
const textWidth = 160;

/** One clear pixel: what a Word that knows no vector drawings (before 2016), and LibreOffice, shows in place of one. */
const clearPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=';

export interface PictureFile {
  readonly id: string;
  /** Below `word/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const idOf = (id: number): string => `picture${String(id)}`;
const vectorIdOf = (id: number): string => `drawing${String(id)}`;

/** The files of all pictures. To be asked for after the body. */
export const pictureFiles = ({ pictures }: Writer): readonly PictureFile[] =>
  pictures.flatMap(({ id, content }) => {
    const isVector = content.data.format === 'svg';
    const raster = {
      id: idOf(id),
      path: `media/${idOf(id)}.png`,
      bytes: isVector ? fromBase64(clearPixel) : bytesOfPicture(content),
    };
    return isVector
      ? [raster, { id: vectorIdOf(id), path: `media/${vectorIdOf(id)}.svg`, bytes: bytesOfPicture(content) }]
      : [raster];
  });

/** A picture that stands in its line like a letter, with its words for those who cannot see it (ECMA-376 part 1, 20.4). */
export function writePicture(writer: Writer, picture: Picture): string {
  const id = writer.addPicture(picture);
  const [width, height] = sizeOnPaper(picture, textWidth).map((side) => Math.round(side * unit));
  const extent = `cx="${String(width)}" cy="${String(height)}"`;
  const named = `id="${String(id)}" name="${idOf(id)}" descr="${escapeXml(picture.alternative)}"`;
  const vector =
    picture.data.format === 'svg'
      ? `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="${vectorPicture}" r:embed="${vectorIdOf(id)}"/></a:ext></a:extLst>`
      : '';
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr ${named}/>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${idOf(id)}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}
