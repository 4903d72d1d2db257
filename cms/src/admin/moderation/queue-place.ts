import { useLocation, useSearchParams } from 'react-router-dom';
import { z } from 'zod';
import type { QueueFilters } from './moderation-api';

const filtersSchema = z.object({
  country: z.string().optional(),
  language: z.string().optional(),
  type: z.string().optional(),
});
const passedSchema = z.object({ queue: filtersSchema });

/** What the queue is narrowed to, as its address says: kept when somebody comes back to it. */
export function useQueueFilters(): [QueueFilters, (filters: QueueFilters) => void] {
  const [params, setParams] = useSearchParams();
  const filters = filtersSchema.parse(Object.fromEntries(params));
  return [filters, (chosen) => setParams(given(chosen), { replace: true })];
}

export const isNarrowed = (filters: QueueFilters): boolean =>
  Object.values(filters).some((value) => value !== undefined);

/** Goes along with the link to an entry, so that the way on stays within what was chosen. */
export const passFilters = (filters: QueueFilters) => ({ queue: filters });

export function usePassedFilters(): QueueFilters {
  const location: { state: unknown } = useLocation();
  return passedSchema.safeParse(location.state).data?.queue ?? {};
}

export function queueAddress(filters: QueueFilters): string {
  const query = new URLSearchParams(given(filters)).toString();
  return query === '' ? '/moderation' : `/moderation?${query}`;
}

const given = (filters: QueueFilters): [string, string][] =>
  Object.entries(filters).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
