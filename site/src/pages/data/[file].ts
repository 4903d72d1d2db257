import type { APIRoute } from 'astro';
import {
  archiveName,
  createArchive,
  createDataFiles,
  type DataFile,
  dataFileNames,
} from '../../open-data/files.ts';
import { siteUrl } from '../../settings.ts';
import { openSnapshot } from '../../snapshot/open.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';

// Each file is a page to Astro, but they are made together: the archive holds all the others.
const made = new WeakMap<Snapshot, DataFile[]>();

export const getStaticPaths = () => dataFileNames.map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params }) => {
  const snapshot = openSnapshot();
  const files = made.get(snapshot) ?? createDataFiles({ snapshot, site: siteUrl });
  made.set(snapshot, files);
  const file =
    params.file === archiveName
      ? createArchive(files)
      : files.find(({ name }) => name === params.file);
  if (!file) throw new Error(`There is no data file "${params.file ?? ''}".`);
  return new Response(file.content, { headers: { 'Content-Type': file.mediaType } });
};
