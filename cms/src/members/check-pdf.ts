import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { refuse } from '../documents/issues';

const MOST_UNPACKED = 20 * 1024 * 1024;
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Too long to stand among packed bytes by chance. */
const ACTIVE_IN_BYTES =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Where some programs see a stream begin, and this one does not: behind a comment, or on one line. */
const STRAY_STREAM = /(?:>>|[\r\n])[\0\t\f ]*stream(?![A-Za-z0-9])/;
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z0-9])/g;
/** Outside its streams a document has no markup: a file with some is a page as well. */
const MARKUP = /<(!doctype|html|head|body|script|svg|iframe|\?php)[\s>]/i;
const MOST_PAGES = 1000;
const END = '%%EOF';
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
    const dictionary = all.slice(from, index);
    texts.push(dictionary);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (readNames(own).includes('/ObjStm'))
      objects.push(bytes.subarray(begin, end < 0 ? undefined : end));
    from = end < 0 ? all.length : end;
  }
  return { text: [...texts, all.slice(from)].join('\n'), objects };
}

const UNREADABLE = 'This PDF cannot be read: save it again as a plain PDF and send that.';

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
      return refusePdf(UNREADABLE);
    }
  }
  return texts.join('\n');
}

/** An archive is read from its end, so one could stand behind the end of a document. */
function refuseTail(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end < 0) refusePdf('This PDF is not whole: save it again and send that.');
  if (bytes.subarray(end + END.length).every((byte) => byte <= 0x20)) return;
  refusePdf('Something else follows the end of this PDF: save it again and send that.');
}

/** What was not found by this program may be by another: a comment can feign or hide a stream. */
function refuseHidden({ text, objects }: Parts, all: string): void {
  const named = all.match(OBJECT_STREAM)?.length ?? 0;
  if (STRAY_STREAM.test(text) || named !== objects.length) refusePdf(UNREADABLE);
}

/** As many as there are or are said to be: some programs believe the one, some the other. */
function refuseTooLong(text: string): void {
  const there = text.match(/\/Type\s*\/Page(?![A-Za-z0-9])/g)?.length ?? 0;
  const said = [...text.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count));
  const most = said.reduce((one, other) => Math.max(one, other), there);
  if (most <= MOST_PAGES) return;
  refusePdf(`This PDF has ${most} pages; ${MOST_PAGES} fit. Send the part that matters.`);
}

/**
 * Refuses what is no whole PDF or not only one, what is locked, what has more pages than anybody
 * reads, and what does something when it is opened.
 *
 * @throws ValidationError
 */
export async function checkPdf(bytes: Buffer): Promise<void> {
  refuseTail(bytes);
  const parts = readParts(bytes);
  const { text, objects } = parts;
  const all = readNames(bytes.toString('latin1'));
  refuseHidden(parts, all);
  if (MARKUP.test(text)) {
    refusePdf('This PDF is a web page too: save it as a plain PDF and send that.');
  }
  if (/\/Encrypt(?![A-Za-z0-9])/.test(readNames(text))) {
    refusePdf('This PDF is locked: save it without a password and send that.');
  }
  const names = readNames(`${text}\n${await unpackObjects(objects)}`);
  refuseTooLong(names);
  const found = ACTIVE.exec(names) ?? ACTIVE_IN_BYTES.exec(all);
  if (!found) return;
  refusePdf(
    `This PDF holds a script, a form that sends, or other files (${found[1] ?? ''}): save it as a plain PDF, like PDF/A, and send that.`,
  );
}
