/** Uploaded documents as a page gives them out: the release's own copy, and how large it is. */
import type { Upload } from '../collections/fields.ts';
import type { Phrase } from '../collections/localised.ts';
import { formatFileSize } from '../i18n/format.ts';
import type { Language } from '../languages.ts';
import { fileUrl } from '../urls.ts';

export type UploadLink = {
  readonly title: Phrase;
  readonly href: string;
  /** Format and size: "PDF, 1.2 MB". */
  readonly form: string;
};

export function viewUpload(language: Language, file: Upload, title: Phrase): UploadLink {
  const size = file.kilobytes === null ? [] : [formatFileSize(language, file.kilobytes)];
  return { title, href: fileUrl(file.name), form: ['PDF', ...size].join(', ') };
}
