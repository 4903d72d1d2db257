import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** The extensions that a stored file may have, by its type. */
const EXTENSIONS: Record<string, readonly string[]> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
};

interface UploadedFile {
  name: string;
  ext?: string;
  mime: string;
}

interface UploadProvider {
  checkFileSize: (file: UploadedFile) => Promise<void>;
}

/** @throws ApplicationError when a file would be stored under an extension that is not its type's. */
function checkExtension({ name, ext, mime }: UploadedFile): void {
  const allowed = EXTENSIONS[mime] ?? [];
  if (allowed.includes((ext ?? '').toLowerCase())) return;
  const wanted = allowed.join(' or ') || Object.values(EXTENSIONS).flat().join(', ');
  throw new errors.ApplicationError(
    `"${name}" cannot be stored: its content is ${mime}, so its name must end in ${wanted}.`,
  );
}

/**
 * Strapi holds the type of a file against its list, never the extension it is then served by: a
 * document named `x.php` would pass. Its check of the size is the one step that every way of
 * storing a file goes through, so the extension is checked there as well.
 */
export function checkUploadExtensions(strapi: Core.Strapi): void {
  const provider: UploadProvider = strapi.plugin('upload').service('provider');
  const { checkFileSize } = provider;
  provider.checkFileSize = async (file) => {
    checkExtension(file);
    await checkFileSize(file);
  };
}
