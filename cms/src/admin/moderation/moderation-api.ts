import { z } from 'zod';
import { documentTag, editingApi, typeOf, type OpenEntry } from '../editing-api';

const itemSchema = z.object({
  kind: z.enum(['submission', 'removal', 'answer']),
  type: z.string(),
  documentId: z.string(),
  title: z.string(),
  ref: z.string().nullable(),
  language: z.string().nullable(),
  countries: z.array(z.string()),
  owner: z.string().nullable(),
  since: z.string(),
  days: z.number(),
  isOverdue: z.boolean(),
});

const counts = z.record(z.string(), z.number());
const queueSchema = z.object({
  data: z.array(itemSchema),
  meta: z.object({
    promisedDays: z.number(),
    total: z.number(),
    overdue: z.number(),
    reports: z.number(),
    countries: counts,
    languages: counts,
    types: counts,
  }),
});

const reviewSchema = z.object({
  owner: z
    .object({ displayName: z.string().nullable(), organisation: z.string().nullable() })
    .nullable(),
  language: z.string().nullable(),
  state: z.string(),
  version: z.number(),
  actions: z.array(z.string()),
  message: z.string().nullable(),
  submittedAt: z.string().nullable(),
  days: z.number().nullable(),
  promisedDays: z.number(),
  removalRequestedAt: z.string().nullable(),
  live: z.object({ since: z.string().nullable(), url: z.string().nullable() }).nullable(),
  evidence: z.string().nullable(),
  reviewNote: z.object({ checkedHow: z.string(), role: z.string(), date: z.string() }).nullable(),
  history: z.array(
    z.object({
      at: z.string(),
      action: z.string(),
      to: z.string().nullable(),
      by: z.enum(['member', 'editor']),
      person: z.string().nullable(),
      message: z.string().nullable(),
    }),
  ),
  answers: z.array(
    z.object({
      id: z.string(),
      answer: z.enum(['running', 'changed', 'stopped']),
      note: z.string().nullable(),
      answeredAt: z.string(),
    }),
  ),
  lifecycle: z.string().nullable(),
  similar: z.array(
    z.object({
      type: z.string(),
      documentId: z.string(),
      title: z.string(),
      reviewState: z.string().nullable(),
      why: z.string(),
    }),
  ),
  personalData: z.array(
    z.object({ path: z.string(), label: z.string(), kind: z.string(), found: z.string() }),
  ),
});

const reportsSchema = z.array(
  z.object({
    documentId: z.string(),
    practice: z.string(),
    practiceTitle: z.string().nullable(),
    writer: z.string().nullable(),
    author: z.string().nullable(),
    reportedAt: z.string(),
    reportedBy: z.enum(['writer', 'author']).nullable(),
    messages: z.array(
      z.object({ from: z.enum(['writer', 'author']), text: z.string(), at: z.string() }),
    ),
  }),
);

export type Report = z.output<typeof reportsSchema>[number];
export type Queue = z.output<typeof queueSchema>;
export type QueueItem = Queue['data'][number];
export type Review = z.output<typeof reviewSchema>;
export type YearlyAnswer = Review['answers'][number];
export type ReviewStep = Review['history'][number];

export interface QueueFilters {
  country?: string;
  language?: string;
  type?: string;
}

export interface Decision {
  /** Last part of the action's address. */
  path: string;
  version: number;
  message?: string;
  evidence?: string;
  reviewNote?: { checkedHow: string; role: string; date: string };
}

interface Settling {
  entry: OpenEntry;
  /** Of the answer. */
  id: string;
  /** What becomes of the practice; null puts the answer aside. */
  lifecycle: string | null;
}

/** Whatever is saved, published or decided may change what waits. */
const QUEUE_TAGS = ['practice', 'adaptation', 'notice'].map((type) => ({
  type: 'Document' as const,
  id: `api::${type}.${type}_LIST`,
}));

const pathOf = (entry: OpenEntry) => `/moderation/entries/${typeOf(entry)}/${entry.documentId}`;
const parseReview = (answer: unknown) => z.object({ data: reviewSchema }).parse(answer).data;

const parseReports = (answer: unknown) => z.object({ data: reportsSchema }).parse(answer).data;

const moderationApi = editingApi.injectEndpoints({
  endpoints: (build) => ({
    queue: build.query<Queue, QueueFilters>({
      query: (filters) => ({ url: '/moderation/queue', config: { params: filters } }),
      transformResponse: (answer) => queueSchema.parse(answer),
      providesTags: QUEUE_TAGS,
    }),
    review: build.query<Review, OpenEntry>({
      query: (entry) => pathOf(entry),
      transformResponse: parseReview,
      providesTags: (_answer, _error, entry) => [documentTag(entry)],
    }),
    reports: build.query<Report[], undefined>({
      query: () => '/moderation/reports',
      transformResponse: parseReports,
      providesTags: QUEUE_TAGS,
    }),
    settleReport: build.mutation<Report[], { id: string; reopen: boolean }>({
      query: ({ id, reopen }) => ({
        url: `/moderation/reports/${id}`,
        method: 'POST',
        data: { reopen },
      }),
      transformResponse: parseReports,
      invalidatesTags: QUEUE_TAGS,
    }),
    settleAnswer: build.mutation<Review, Settling>({
      query: ({ id, lifecycle }) => ({
        url: `/moderation/answers/${id}`,
        method: 'POST',
        data: { lifecycle },
      }),
      transformResponse: parseReview,
      invalidatesTags: (_answer, _error, { entry }) => [
        documentTag(entry),
        ...QUEUE_TAGS,
        'RecentDocumentList',
      ],
    }),
    decide: build.mutation<Review, { entry: OpenEntry; decision: Decision }>({
      query: ({ entry, decision: { path, ...data } }) => ({
        url: `${pathOf(entry)}/${path}`,
        method: 'POST',
        data,
      }),
      transformResponse: parseReview,
      invalidatesTags: (_answer, _error, { entry }) => [
        documentTag(entry),
        ...QUEUE_TAGS,
        'Relations',
        'RecentDocumentList',
      ],
    }),
  }),
});

export const {
  useQueueQuery,
  useReviewQuery,
  useReportsQuery,
  useSettleAnswerMutation,
  useSettleReportMutation,
  useDecideMutation,
} = moderationApi;
