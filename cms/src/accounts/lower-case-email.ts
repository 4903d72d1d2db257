import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const dataSchema = z.looseObject({ email: z.string() });

/** Every account's address is stored in lower case, whoever writes it: its unique index relies on it. */
export function keepEmailsLowerCase(strapi: Core.Strapi): void {
  const lower = ({ params }: { params: { data?: unknown } }) => {
    const given = dataSchema.safeParse(params.data);
    if (!given.success || typeof params.data !== 'object' || params.data === null) return;
    Reflect.set(params.data, 'email', given.data.email.trim().toLowerCase());
  };
  strapi.db.lifecycles.subscribe({
    models: ['plugin::users-permissions.user'],
    beforeCreate: lower,
    beforeUpdate: lower,
  });
}
