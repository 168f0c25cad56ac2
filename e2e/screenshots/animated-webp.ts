/** A part of the picture that changes, and how long the picture stays as it is then. */
export interface WebpFrame {
  /** Even numbers, as the format counts in pairs of pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly milliseconds: number;
  /** A WebP file of one picture. */
  readonly picture: Buffer;
}

interface WebpSize {
  readonly width: number;
  readonly height: number;
}

/** Number of bytes before the first chunk of a WebP file: `RIFF`, the size and `WEBP`. */
const headerLength = 12;

/**
 * Puts pictures together to one animated WebP file that repeats for ever. The layout of the bytes is that of Google's
 * "WebP Container Specification".
 */
export function toAnimatedWebp({ width, height }: WebpSize, frames: readonly WebpFrame[]): Buffer {
  const isAnimated = 0b10;
  const extended = Buffer.concat([little(isAnimated, 4), little(width - 1, 3), little(height - 1, 3)]);
  const repeatsForEver = Buffer.concat([little(0, 4), little(0, 2)]);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', extended),
    chunk('ANIM', repeatsForEver),
    ...frames.map((frame) => chunk('ANMF', toFrame(frame))),
  ]);
  return Buffer.concat([Buffer.from('RIFF'), little(body.length, 4), body]);
}

function toFrame({ x, y, width, height, milliseconds, picture }: WebpFrame): Buffer {
  const replacesPixels = 0b10;
  return Buffer.concat([
    little(x / 2, 3),
    little(y / 2, 3),
    little(width - 1, 3),
    little(height - 1, 3),
    little(milliseconds, 3),
    little(replacesPixels, 1),
    readPixels(picture),
  ]);
}

/** The chunk with the pixels. A browser may put another one in front of it, which a frame must not have. */
function readPixels(picture: Buffer): Buffer {
  for (let start = headerLength; start < picture.length;) {
    const length = picture.readUInt32LE(start + 4);
    const end = start + 8 + length + (length % 2);
    if (/^VP8[ L]$/.test(picture.toString('latin1', start, start + 4))) return picture.subarray(start, end);
    start = end;
  }
  throw new Error('The picture has no pixels.');
}

function chunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(name),
    little(content.length, 4),
    content,
    Buffer.alloc(content.length % 2),
  ]);
}

function little(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
