import { inflateRawSync } from 'node:zlib';

const entryMark = 0x02014b50;
const entryHead = 46;

/** The text of one file of a zip archive; null when it holds no such file. */
export function fileOfArchive(archive: Buffer, wanted: string): string | null {
  // The directory stands at the end; each of its entries says where the file itself begins.
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\u0005\u0006') + 16);
  while (archive.readUInt32LE(at) === entryMark) {
    const [packed, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const others = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const name = archive.toString('utf8', at + entryHead, at + entryHead + nameLength);
    if (name === wanted) {
      const local = archive.readUInt32LE(at + 42);
      const begin =
        local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(begin, begin + packed);
      const isPacked = archive.readUInt16LE(at + 10) !== 0;
      return (isPacked ? inflateRawSync(bytes) : bytes).toString('utf8');
    }
    at += entryHead + nameLength + others;
  }
  return null;
}
