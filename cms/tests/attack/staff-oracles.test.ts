import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowId } from '../../src/access/row-id.js';
import { CITY, cityData, documents, PRACTICE } from '../documents/support.js';
import { createEntry } from '../moderation/entries.js';
import { ACCOUNT } from '../privacy/member-data.js';
import { signInAs } from '../support/admin-user.js';
import { boot, type RunningCms } from '../support/boot.js';
import { createMember } from '../support/member.js';

/*
 * Whoever works here may ask the lists of the admin many things. None tells a right guess at a
 * secret from a wrong one (CVE-2026-27886, CVE-2024-56143, GHSA-v8gg-4mq2-88q4, GHSA-jjqf-j4w7-92w8).
 */

const CITIES = `/content-manager/collection-types/${CITY}`;
const PRACTICES = `/content-manager/collection-types/${PRACTICE}`;
const OWNERS = `/content-manager/relations/${PRACTICE}/owner`;

const QUESTIONS = [
  ...['filters', 'filters[$and][0]', 'filters[$not]', 'where', 'lookup'].flatMap((place) => [
    `${CITIES}?${place}[createdBy][resetPasswordToken][$startsWith]=`,
    `${CITIES}?${place}[updatedBy][registrationToken][$startsWith]=`,
    `${PRACTICES}?${place}[owner][resetPasswordToken][$startsWith]=`,
    `${PRACTICES}?${place}[owner][confirmationToken][$contains]=`,
  ]),
  `${CITIES}?filters[createdBy][roles][users][resetPasswordToken][$startsWith]=`,
  `${CITIES}?filters[localizations][createdBy][resetPasswordToken][$startsWith]=`,
  `${CITIES}?populate[createdBy][filters][resetPasswordToken][$startsWith]=`,
  `${PRACTICES}?filters[owner][role][users][resetPasswordToken][$startsWith]=`,
  `${CITIES}?_q=`,
  `${PRACTICES}?_q=`,
  `${OWNERS}?_q=`,
  `${OWNERS}?filters[resetPasswordToken][$startsWith]=`,
  `/upload/files?filters[createdBy][resetPasswordToken][$startsWith]=`,
  `/upload/folders?filters[createdBy][resetPasswordToken][$startsWith]=`,
];

const SECRET = 'cafe0123';
const LATER_SECRET = 'fade4567';

let cms: RunningCms;
const practices: string[] = [];
beforeAll(async () => {
  cms = await boot({ listen: true });
  cms.strapi.log.silent = true;
  const { strapi } = cms;
  for (const [name, token] of [
    ['first', SECRET],
    ['second', LATER_SECRET],
  ] as const) {
    const member = await createMember(strapi, name);
    const codes = { resetPasswordToken: token, confirmationToken: token };
    await strapi.db.query(ACCOUNT).update({ where: { id: member }, data: codes });
    const staff: unknown = await strapi.db.query('admin::user').create({
      data: {
        email: `${name}-of-staff@example.org`,
        resetPasswordToken: token,
        registrationToken: token,
      },
    });
    const by = { createdBy: rowId(staff), updatedBy: rowId(staff) };
    const { documentId: city } = await documents(strapi, CITY).create({ data: cityData() });
    const practice = await createEntry(strapi, member, 'submitted');
    practices.push(practice);
    for (const [uid, documentId] of [
      [CITY, city],
      [PRACTICE, practice],
    ] as const) {
      const row: unknown = await strapi.db.query(uid).findOne({ where: { documentId } });
      await strapi.db.query(uid).update({ where: { id: rowId(row) }, data: by });
    }
  }
});
afterAll(async () => {
  await cms.stop();
});

it.each(['strapi-author', 'strapi-editor', 'see-moderator'])(
  'answers a right guess of %s as a wrong one',
  async (role) => {
    const authorization = `Bearer ${await signInAs(cms.strapi, cms.url, role)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const ask = async (door: string, sent: RequestInit = {}) => {
      const response = await fetch(cms.url + door, { headers, ...sent });
      return `${response.status} ${await response.text()}`;
    };
    const inBody = (sort: string): RequestInit => ({
      method: 'POST',
      body: JSON.stringify({ documentIds: practices, sort }),
    });
    const telling: string[] = [];
    const compare = async (one: string, other: string, sent: RequestInit[] = []) => {
      const answers = [await ask(one, sent[0]), await ask(other, sent[1])];
      if (answers[0] !== answers[1]) telling.push(one);
      expect(answers.join(), one).not.toMatch(new RegExp(`^5|${SECRET}|${LATER_SECRET}`));
    };
    for (const question of QUESTIONS) await compare(`${question}cafe`, `${question}beef`);
    for (const sort of [
      `${CITIES}?sort=createdBy.resetPasswordToken`,
      `${PRACTICES}?sort=owner.resetPasswordToken`,
      `${PRACTICES}?sort=owner.email`,
      `${PRACTICES}?sort[0]=title:asc&sort[1]=owner.password`,
      `${PRACTICES}?sort[owner][confirmationToken]`,
    ]) {
      const [asc, desc] = sort.endsWith(']') ? ['=asc', '=desc'] : [':asc', ':desc'];
      await compare(`${sort}${asc}`, `${sort}${desc}`);
    }
    for (const sort of ['owner.resetPasswordToken', 'createdBy.resetPasswordToken']) {
      const bulk = `${PRACTICES}/actions/bulkFindForValidation`;
      await compare(bulk, bulk, [inBody(`${sort}:asc`), inBody(`${sort}:desc`)]);
    }
    expect(telling).toEqual([]);
    // What is no secret is told apart.
    await compare(`${CITIES}?filters[ref]=SEE-C-001`, `${CITIES}?filters[ref]=SEE-C-999`);
    expect(telling).toHaveLength(1);
  },
);
