import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { refuse } from '../documents/issues';

const MOST_UNPACKED = 20 * 1024 * 1024;
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
const unpack = promisify(inflate);

/** A name may be written with any of its characters as a number. */
const readNames = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

interface Parts {
  /** All but what stands in streams. */
  text: string;
  /** Streams that hold objects of the document, packed. */
  objects: Buffer[];
}

/** Parts the document from its streams, in which any bytes may stand by chance. */
function readParts(bytes: Buffer): Parts {
  const all = bytes.toString('latin1');
  const texts: string[] = [];
  const objects: Buffer[] = [];
  let from = 0;
  for (const { index, 0: found } of all.matchAll(/>>\s*stream\r?\n/g)) {
    if (index < from) continue;
    const begin = index + found.length;
    const end = all.indexOf('endstream', begin);
    const dictionary = all.slice(from, begin);
    texts.push(dictionary);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (readNames(own).includes('/ObjStm'))
      objects.push(bytes.subarray(begin, end < 0 ? undefined : end));
    from = end < 0 ? all.length : end;
  }
  return { text: [...texts, all.slice(from)].join('\n'), objects };
}

function refusePdf(message: string): never {
  refuse([{ path: ['file'], message }]);
  throw new Error(message);
}

async function unpackObjects(objects: Buffer[]): Promise<string> {
  const texts: string[] = [];
  let left = MOST_UNPACKED;
  for (const packed of objects) {
    try {
      const text = await unpack(packed, { maxOutputLength: Math.max(1, left) });
      left -= text.length;
      texts.push(text.toString('latin1'));
    } catch {
      return refusePdf('This PDF cannot be read: save it again as a plain PDF and send that.');
    }
  }
  return texts.join('\n');
}

/**
 * Refuses what is no whole PDF, what is locked, and what does something when it is opened.
 *
 * @throws ValidationError
 */
export async function checkPdf(bytes: Buffer): Promise<void> {
  if (!bytes.subarray(-2048).includes('%%EOF')) {
    refusePdf('This PDF is not whole: save it again and send that.');
  }
  const { text, objects } = readParts(bytes);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(readNames(text))) {
    refusePdf('This PDF is locked: save it without a password and send that.');
  }
  const found = ACTIVE.exec(readNames(`${text}\n${await unpackObjects(objects)}`));
  if (!found) return;
  refusePdf(
    `This PDF holds a script, a form that sends, or other files (${found[1] ?? ''}): save it as a plain PDF, like PDF/A, and send that.`,
  );
}
