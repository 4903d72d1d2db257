import { z } from 'zod';
import { documentTag, editingApi, typeOf, type OpenEntry } from '../editing-api';

const statusSchema = z.object({
  state: z.enum(['idle', 'building', 'failed', 'pinned']),
  publishedAt: z.string().nullable(),
  lastError: z.object({ message: z.string(), at: z.string() }).nullable(),
  /** What stays as it was while all else is live. */
  heldBack: z.array(z.object({ at: z.string() })),
  pending: z.boolean(),
});

const changeSchema = z.object({
  at: z.string(),
  type: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  change: z.string(),
  ref: z.string().nullable(),
  title: z.string().nullable(),
  by: z.string(),
});

const stateSchema = z.object({
  publisher: z.object({ status: statusSchema.nullable(), message: z.string().nullable() }),
  queue: z.object({ length: z.number(), oldestAt: z.string().nullable() }),
  faults: z.array(
    z.object({
      type: z.string(),
      documentId: z.string(),
      title: z.string().nullable(),
      message: z.string(),
      at: z.string(),
    }),
  ),
  releases: z.array(
    z.object({
      release: z.string(),
      at: z.string(),
      count: z.number(),
      changes: z.array(changeSchema),
    }),
  ),
});

const entryStateSchema = z.object({
  liveSince: z.string().nullable(),
  page: z.string().nullable(),
  waiting: z.string().nullable(),
  isHeldBack: z.boolean(),
  fault: z.object({ message: z.string(), at: z.string() }).nullable(),
  problem: z
    .object({ change: z.enum(['publish', 'unpublish']), message: z.string(), at: z.string() })
    .nullable(),
});

export type PublishingState = z.output<typeof stateSchema>;
export type Release = PublishingState['releases'][number];
export type Change = z.output<typeof changeSchema>;
export type EntryState = z.output<typeof entryStateSchema>;
export type Steering = 'publish' | 'rollback' | 'resume';

const publishingApi = editingApi.injectEndpoints({
  endpoints: (build) => ({
    publishingState: build.query<PublishingState, undefined>({
      query: () => '/publishing/state',
      transformResponse: (answer) => z.object({ data: stateSchema }).parse(answer).data,
    }),
    entryState: build.query<EntryState, OpenEntry>({
      query: (entry) => ({
        url: `/publishing/entry/${typeOf(entry)}/${entry.documentId}`,
        config: { params: { locale: entry.locale ?? 'en' } },
      }),
      transformResponse: (answer) => z.object({ data: entryStateSchema }).parse(answer).data,
      providesTags: (_answer, _error, entry) => [documentTag(entry)],
    }),
    steerPublishing: build.mutation<unknown, Steering>({
      query: (action) => ({ url: `/publishing/${action}`, method: 'POST', data: {} }),
    }),
  }),
});

export const { usePublishingStateQuery, useEntryStateQuery, useSteerPublishingMutation } =
  publishingApi;

/** What was answered last, without asking. */
export const usePublishingStateKnown = publishingApi.endpoints.publishingState.useQueryState;
export const useEntryStateKnown = publishingApi.endpoints.entryState.useQueryState;
