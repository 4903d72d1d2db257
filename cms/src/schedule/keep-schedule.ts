import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { refuse } from '../documents/issues';
import type { Rule, Write } from '../documents/write';
import { isPublishedType } from '../publishing/published-entry';
import { emptyAppointment, isScheduled, whereAppointed } from './scheduled-types';

const time = z.coerce.date().nullish().catch(null);
const rowSchema = z.object({ goLiveAt: time, takeDownAt: time });
type Schedule = z.output<typeof rowSchema>;

/** What the write says about times, on top of what the draft says already. */
async function readSchedule(strapi: Core.Strapi, write: Write): Promise<Schedule> {
  const { model, documentId, data } = write;
  const where = { documentId, ...whereAppointed(model) };
  const select = ['goLiveAt', 'takeDownAt'];
  const row: unknown = documentId
    ? await strapi.db.query(model.uid).findOne({ where, select })
    : null;
  const stored = rowSchema.partial().parse(row ?? {});
  const given = rowSchema.partial().parse(data);
  return {
    goLiveAt: 'goLiveAt' in data ? given.goLiveAt : stored.goLiveAt,
    takeDownAt: 'takeDownAt' in data ? given.takeDownAt : stored.takeDownAt,
  };
}

function refuseOrder({ goLiveAt, takeDownAt }: Schedule): void {
  if (!goLiveAt || !takeDownAt || goLiveAt < takeDownAt) return;
  const message = 'The time to take it down must come after the time to go live.';
  refuse([{ path: ['takeDownAt'], message }]);
}

/** Publishing by hand and publishing at a time must not contradict each other. */
function refuseAgainstSchedule({ goLiveAt, takeDownAt }: Schedule, now: Date): void {
  if (goLiveAt && goLiveAt > now) {
    const message =
      'This is set to go live later: press Save and it will. To publish it now, empty "Go live at".';
    refuse([{ path: ['goLiveAt'], message }]);
  }
  if (takeDownAt && takeDownAt <= now) {
    const message = 'The time to take it down has passed: change or empty "Take down at".';
    refuse([{ path: ['takeDownAt'], message }]);
  }
}

/** Keeps the times of an entry sensible, and empties the one that a publish has fulfilled. */
export function keepSchedule(strapi: Core.Strapi): Rule {
  return async (write) => {
    const { action, model, documentId, data } = write;
    if (!isScheduled(model) || !isPublishedType(model.uid)) return undefined;
    if (action === 'clone') Object.assign(data, { goLiveAt: null, takeDownAt: null });
    const isSave = action === 'create' || action === 'update';
    if (!isSave && action !== 'publish') return undefined;
    const saysWhen = 'goLiveAt' in data || 'takeDownAt' in data;
    if (!saysWhen && !write.goesLive) return undefined;
    const schedule = await readSchedule(strapi, write);
    refuseOrder(schedule);
    if (!write.goesLive) return undefined;
    const now = new Date();
    refuseAgainstSchedule(schedule, now);
    if (isSave && 'goLiveAt' in data) data.goLiveAt = null;
    if (documentId && schedule.goLiveAt) {
      await emptyAppointment(strapi, model.uid, documentId, 'goLiveAt', now);
    }
    return undefined;
  };
}
