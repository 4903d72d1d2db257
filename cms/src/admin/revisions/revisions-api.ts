import { z } from 'zod';
import { documentTag, editingApi, typeOf, type OpenEntry } from '../editing-api';

const revisionSchema = z.object({
  id: z.number(),
  at: z.string(),
  by: z.string(),
  change: z.string(),
  locale: z.string().nullable(),
});

const differenceSchema = z.object({
  path: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
});

export type Revision = z.output<typeof revisionSchema>;
export type Difference = z.output<typeof differenceSchema>;

interface Pair extends OpenEntry {
  from: number;
  to: number;
}

interface Restoring extends OpenEntry {
  revision: number;
}

const pathOf = (entry: OpenEntry): string => `/revisions/${typeOf(entry)}/${entry.documentId}`;

const revisionsApi = editingApi.injectEndpoints({
  endpoints: (build) => ({
    revisions: build.query<Revision[], OpenEntry>({
      query: (entry) => ({
        url: pathOf(entry),
        config: { params: entry.locale === null ? {} : { locale: entry.locale } },
      }),
      transformResponse: (answer) => z.object({ data: z.array(revisionSchema) }).parse(answer).data,
      providesTags: (_answer, _error, entry) => [documentTag(entry)],
    }),
    differences: build.query<Difference[], Pair>({
      query: ({ from, to, ...entry }) => ({
        url: `${pathOf(entry)}/compare`,
        config: { params: { from, to } },
      }),
      transformResponse: (answer) =>
        z.object({ data: z.array(differenceSchema) }).parse(answer).data,
    }),
    restoreRevision: build.mutation<{ missing: number }, Restoring>({
      query: ({ revision, ...entry }) => ({
        url: `${pathOf(entry)}/restore`,
        method: 'POST',
        data: { revision },
      }),
      transformResponse: (answer) =>
        z.object({ data: z.object({ missing: z.number() }) }).parse(answer).data,
      invalidatesTags: (_answer, error, entry) =>
        error
          ? []
          : [
              documentTag(entry),
              { type: 'Document', id: `${entry.model}_LIST` },
              'Relations',
              'RecentDocumentList',
            ],
    }),
  }),
});

export const { useRevisionsQuery, useDifferencesQuery, useRestoreRevisionMutation } = revisionsApi;
