import { strToU8 } from 'fflate';
import { fromBase64, toBase64 } from 'lib0/buffer';
import type { Picture } from './document';

/** The file that a picture is. */
export const bytesOfPicture = ({ data }: Picture): Uint8Array =>
  data.format === 'svg' ? strToU8(data.source) : fromBase64(data.base64);

export const base64OfPicture = (picture: Picture): string =>
  picture.data.format === 'png' ? picture.data.base64 : toBase64(bytesOfPicture(picture));

/** Width and height in millimetres, made smaller as a whole where it is wider than `room`. */
export function sizeOnPaper({ width, height }: Picture, room: number): readonly [width: number, height: number] {
  const scale = Math.min(1, room / width);
  return [width * scale, height * scale];
}
