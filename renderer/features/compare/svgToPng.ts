/** Twice the size of the screen: sharp when printed in a paper. */
const SCALE = 2;

/** Draws a picture as PNG. `null` where the browser cannot. */
export async function svgToPng(svg: string, width: number, height: number): Promise<Uint8Array | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * SCALE, height * SCALE);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    // A picture that cannot be decoded or is too large for a canvas.
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
