import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { checkBytes } from './upload-bytes';
import { KINDS, kindOfExtension, type FileKind } from './upload-kinds';

interface ArrivedFile {
  name: string;
  ext?: string;
  mime: string;
  getStream: () => NodeJS.ReadableStream;
}

/** What is used of the upload plugin's services, which have no types. */
interface Provider {
  checkFileSize: (file: ArrivedFile) => Promise<void>;
}
interface Images {
  isImage: (file: ArrivedFile) => Promise<boolean | undefined>;
}
interface Replacement {
  file: { originalFilename?: string | null };
}
interface Uploads {
  findOne: (id: unknown) => Promise<{ name: string; ext?: string } | null>;
  replace: (id: unknown, given: Replacement, ...rest: unknown[]) => Promise<unknown>;
}

const extensionsOf = (kinds: readonly FileKind[]) =>
  kinds.flatMap(({ extensions }) => extensions).join(' or ');

/** @throws ApplicationError when a file would be stored under an extension that is not its type's. */
function kindOf({ name, ext, mime }: ArrivedFile): FileKind {
  const kind = KINDS.find((one) => one.mime === mime);
  if (kind && kindOfExtension(ext) === kind) return kind;
  const wanted = extensionsOf(kind ? [kind] : KINDS);
  throw new errors.ApplicationError(
    `"${name}" cannot be stored: its content is ${mime}, so its name must end in ${wanted}.`,
  );
}

/** The address of a file stays when it is replaced, and with it the extension. */
function checkSuccessor(stored: { name: string; ext?: string }, arrived: string): void {
  const kind = kindOfExtension(stored.ext);
  if (!kind || kindOfExtension(path.extname(arrived)) === kind) return;
  throw new errors.ApplicationError(
    `"${arrived}" cannot replace "${stored.name}": its name must end in ${extensionsOf([kind])} too. Add it as a file of its own instead.`,
  );
}

/**
 * Strapi believes the name and the declared type of a file whose bytes it does not recognise: a web
 * page named `x.png` would be stored and served, and so would a document named `x.php`. Its check of
 * the size is the one step that every way of storing a file goes through, so the rest is checked
 * there as well.
 */
export function checkUploads(strapi: Core.Strapi): void {
  const provider: Provider = strapi.plugin('upload').service('provider');
  const images: Images = strapi.plugin('upload').service('image-manipulation');
  const { checkFileSize } = provider;
  provider.checkFileSize = async (file) => {
    const kind = kindOf(file);
    await checkBytes(file, kind);
    if (kind.isPicture && !(await images.isImage(file))) {
      throw new errors.ApplicationError(
        `"${file.name}" cannot be stored: it begins like a picture but none can be read from it. Save it again from a picture program.`,
      );
    }
    await checkFileSize(file);
  };

  const uploads: Uploads = strapi.plugin('upload').service('upload');
  const { replace } = uploads;
  uploads.replace = async (id, given, ...rest) => {
    const stored = await uploads.findOne(id);
    if (stored) checkSuccessor(stored, given.file.originalFilename ?? '');
    return replace(id, given, ...rest);
  };
}
