declare global {
  interface Window {
    /** The last picture that `compressChange` was given. */
    lastPicture?: ImageData;
  }
}

interface NextPicture {
  /** A data URL. All pictures have the same size. */
  readonly url: string;
  /** Where a pointer is drawn. */
  readonly pointer: { readonly x: number; readonly y: number };
}

/**
 * Runs in a page. Draws a pointer on a picture, and compresses the part of it that differs from the last one as WebP
 * without loss, which suits letters and plain areas. It is a single function, because Playwright sends its text to the page.
 */
export async function compressChange({ url, pointer }: NextPicture) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('The page cannot draw.');
  context.drawImage(image, 0, 0);
  context.translate(pointer.x, pointer.y);
  context.fillStyle = 'black';
  context.strokeStyle = 'white';
  context.lineWidth = 2;
  const arrow = new Path2D('M0 0v19l4.5-4.3 3 7 3.4-1.5-3-6.8h6.3z');
  context.stroke(arrow);
  // This is no array.
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
  context.fill(arrow);

  const { width, height } = canvas;
  const picture = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  const last = new Uint32Array(window.lastPicture?.data.buffer ?? new ArrayBuffer(picture.data.length));
  window.lastPicture = picture;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const [index, pixel] of pixels.entries()) {
    if (pixel === last[index]) continue;
    const x = index % width;
    const y = Math.floor(index / width);
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  // Frames begin at even pixels. A picture without a change is a frame of one pixel.
  const x = left < right ? left - (left % 2) : 0;
  const y = top < bottom ? top - (top % 2) : 0;
  const change = { x, y, width: Math.max(right - x, 1), height: Math.max(bottom - y, 1) };
  const part = new OffscreenCanvas(change.width, change.height);
  part.getContext('2d', { alpha: false })?.putImageData(picture, -x, -y);
  // Quality 1 is without loss in Chromium.
  const file = await part.convertToBlob({ type: 'image/webp', quality: 1 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { ...change, picture: btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')) };
}
