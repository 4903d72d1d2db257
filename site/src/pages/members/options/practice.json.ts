import type { APIRoute } from 'astro';
import { openSnapshot } from '../../../snapshot/open.ts';
import { viewPracticeOptions } from '../../../views/entry-options.ts';

export const GET: APIRoute = () => Response.json(viewPracticeOptions(openSnapshot()));
