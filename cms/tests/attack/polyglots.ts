import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Stands in every foreign part; no file that is kept may hold it. */
export const MARKER = 'foreign-part';
const PAGE = `<!doctype html><html><script>"${MARKER}"</script></html>`;

/** Two files in one: how it is sent, and its bytes. */
export interface Polyglot {
  name: string;
  type: string;
  bytes: Buffer;
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** Any text in the frame of a ZIP archive that stores it as it is. */
function zipOf(text: string): Buffer {
  const data = bytesOf(text);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt32LE(crc32(data), 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(data.length, 22);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([header, data, end]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([bytesOf(type), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const PNG_BEGINS = Buffer.from('89504e470d0a1a0a', 'hex');
/** Ends the header of a PNG: its first chunk stands before this. */
const PNG_HEADER = 33;

const insert = (bytes: Buffer, at: number, part: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);

/** A PNG that says to be of this size, with next to no data. */
function claimingPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    PNG_BEGINS,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(64))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const comment = (text: string) => {
  const data = bytesOf(text);
  return Buffer.concat([Buffer.from([0xff, 0xfe, 0, data.length + 2]), data]);
};

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><script>${MARKER}</script></x:xmpmeta>`;

/** Pictures with something else in them, which are made anew without it. */
export async function mixedPictures(): Promise<Record<string, Polyglot>> {
  const picture = sharp({
    create: { width: 900, height: 600, channels: 3, background: '#0a6' },
  });
  const [jpeg, png, webp] = await Promise.all([
    picture.clone().jpeg().toBuffer(),
    picture.clone().png().toBuffer(),
    picture.clone().webp().toBuffer(),
  ]);
  const described = await picture
    .clone()
    .jpeg()
    .withExif({ IFD0: { ImageDescription: PAGE, Copyright: MARKER } })
    .withXmp(XMP)
    .toBuffer();
  const page = bytesOf(PAGE);
  const text = pngChunk('tEXt', bytesOf(`Comment\0${PAGE}`));
  const packed = pngChunk('zTXt', Buffer.concat([bytesOf('a\0\0'), deflateSync(page)]));
  const jpg = (bytes: Buffer) => ({ name: 'a.jpg', type: 'image/jpeg', bytes });
  return {
    'JPEG and archive': jpg(Buffer.concat([jpeg, zipOf(PAGE)])),
    'JPEG and page': jpg(Buffer.concat([jpeg, page])),
    'JPEG with a page as its comment': jpg(insert(jpeg, 2, comment(PAGE))),
    'JPEG with a page as its description': jpg(described),
    'PNG and script': {
      name: 'a.png',
      type: 'image/png',
      bytes: Buffer.concat([png, page]),
    },
    'PNG with a page as its text': {
      name: 'a.png',
      type: 'image/png',
      bytes: insert(png, PNG_HEADER, Buffer.concat([text, packed])),
    },
    'PNG that says to be a page': {
      name: '../../../a.html',
      type: 'text/html',
      bytes: Buffer.concat([png, page]),
    },
    'WebP and script that says to be a PHP page': {
      name: 'a.php.webp',
      type: 'application/x-php',
      bytes: Buffer.concat([webp, page]),
    },
  };
}

/** What is no picture, and what no memory could hold. */
export async function falsePictures(): Promise<Record<string, Polyglot>> {
  const frame = (index: number) => {
    const background = { r: (index * 97) % 256, g: (index * 53) % 256, b: 0 };
    return sharp({ create: { width: 1000, height: 1000, channels: 3, background } });
  };
  const all = Array.from({ length: 60 }, (_, index) => frame(index).png().toBuffer());
  const frames = await sharp(await Promise.all(all), { join: { animated: true } })
    .webp({ effort: 0 })
    .toBuffer();
  const png = (bytes: Buffer) => ({ name: 'a.png', type: 'image/png', bytes });
  return {
    'GIF and page': png(bytesOf(`GIF89a/*${PAGE}*/`)),
    'drawing named as a picture': png(
      bytesOf(`<svg xmlns="http://www.w3.org/2000/svg">${PAGE}</svg>`),
    ),
    'page that begins as a picture': png(Buffer.concat([PNG_BEGINS, bytesOf(PAGE)])),
    'page before a picture': png(Buffer.concat([bytesOf(PAGE), claimingPng(2, 2)])),
    bitmap: png(bytesOf(`BM${PAGE}`)),
    'PNG of four thousand million pixels': png(claimingPng(65_535, 65_535)),
    'PNG wider than any': png(claimingPng(2 ** 31 - 1, 1)),
    'PNG of no size': png(claimingPng(0, 0)),
    'WebP of sixty large frames': { name: 'a.webp', type: 'image/webp', bytes: frames },
  };
}

const pdf = (inside: string, after = '') =>
  bytesOf(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${inside}\ntrailer <<>>\n%%EOF\n${after}`,
  );

const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index + 3} 0 obj<</Type/Page>>endobj`).join('\n');

const PACKED = deflateSync(bytesOf('2 0<</S/JavaScript/JS(1)>>')).toString('latin1');
const packed = (begin: string) =>
  pdf(`2 0 obj<</Type/ObjStm/N 1/First 4>>${begin}${PACKED}\nendstream\nendobj`);

/** PDFs that are something else too, or more than anybody reads. */
export const falsePdfs = (): Record<string, Polyglot> =>
  Object.fromEntries(
    Object.entries({
      'page before a PDF': Buffer.concat([bytesOf(PAGE), pdf('')]),
      'page in a PDF': pdf(`%${PAGE}`),
      'drawing in a PDF': pdf(`%<svg onload="${MARKER}">`),
      'page after a PDF': pdf('', PAGE),
      'archive after a PDF': Buffer.concat([pdf(''), zipOf(MARKER)]),
      'script that is named by numbers': pdf('2 0 obj<</S/#4a#61#76#61Script/JS(1)>>endobj'),
      'script that is packed behind a comment': packed('%\nstream\n'),
      'script that is packed behind half a line break': packed('\nstream\r'),
      'script that is packed behind a blank': packed('stream \n'),
      'script in what a comment makes a stream': pdf(
        '%>>stream\n2 0 obj<</S/JavaScript/JS(1)>>endobj\n%endstream',
      ),
      'packed script in what a comment makes a stream': pdf(
        `%>>stream\n2 0 obj<</Type/ObjStm>>\nstream\n${PACKED}\nendstream`,
      ),
      'program to start': pdf('2 0 obj<</S/Launch/F(calc.exe)>>endobj'),
      'PDF of three thousand pages': pdf(pages(3000)),
      'PDF that says to have a million pages': pdf('2 0 obj<</Type/Pages/Count 1000000>>endobj'),
    }).map(([what, bytes]) => [what, { name: 'a.pdf', type: 'application/pdf', bytes }]),
  );
