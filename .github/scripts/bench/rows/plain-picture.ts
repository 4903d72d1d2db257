import { crc32, deflateSync } from 'node:zlib';

const head = Buffer.from('89504e470d0a1a0a', 'hex');
const size = 16;

/** A PNG of one colour (red, green and blue from 0 to 255 each). */
export function plainPicture(colour: readonly [number, number, number]): Uint8Array<ArrayBuffer> {
  const described = Buffer.alloc(13);
  described.writeUInt32BE(size, 0);
  described.writeUInt32BE(size, 4);
  // Eight bits for each of three channels.
  described.set([8, 2], 8);
  const line = Buffer.from([0, ...Array.from({ length: size }, () => colour).flat()]);
  const lines = Buffer.concat(Array.from({ length: size }, () => line));
  const chunks = [chunk('IHDR', described), chunk('IDAT', deflateSync(lines))];
  return new Uint8Array(Buffer.concat([head, ...chunks, chunk('IEND', Buffer.alloc(0))]));
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
