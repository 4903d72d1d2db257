/** Requests of a signed-in editor that no form of the admin sends, and that nobody can answer. */

const CITIES = '/content-manager/collection-types/api::city.city';
const LISTS = [CITIES, '/upload/files', '/upload/folders'];

const FILTERS = [
  '[$and]=x',
  '[$and][]=x',
  '[$or]=x',
  '[$or][0]=x',
  '[$not]=x',
  '[$eq]=x',
  '[$and][0][$or][0]=x',
  '[id][$between]=1',
  '[id][$between][]=1',
  '[name][$jsonSupersetOf]=x',
];

const CITY_FILTERS = [
  '[latitude][$gt]=x',
  '[latitude]=1e999',
  '[population][value]=x',
  '[createdAt]=x',
  '[lastChecked][$gt]=2020-13-45',
  '[challenges][$eq]=1&filters[challenges][id]=2',
  '[challenges][$eq]=1&filters[challenges][$ne]=2',
];

/** Answered with 400 by every database. */
export const REFUSED: readonly string[] = [
  ...LISTS.flatMap((list) => FILTERS.map((filter) => `${list}?filters${filter}`)),
  ...CITY_FILTERS.map((filter) => `${CITIES}?filters${filter}`),
  ...['[]=a', '[a]=b', '[0][a]=b'].map((search) => `${CITIES}?_q${search}`),
  ...['=a%00b', '[]=%00'].flatMap((search) => LISTS.map((list) => `${list}?_q${search}`)),
  ...['challenges', 'image', 'name:x'].map((sort) => `${CITIES}?sort=${sort}`),
  `${CITIES}?start=99999999999999999999`,
  `${CITIES}?page=x`,
  `/content-manager/relations/api::city.city/challenges?sort=x`,
];

const PARAMETERS = [
  '_q',
  'fields',
  'filters',
  'limit',
  'locale',
  'page',
  'pageSize',
  'populate',
  'sort',
  'start',
  'status',
];

const ODD_VALUES = [
  '',
  '=',
  '=x',
  '[]=a',
  '[a][b]=c',
  '[0][a]=b',
  '[$ne]=1',
  '=-1',
  '=1.5',
  '=1e99',
  '=99999999999999999999',
  '=%00',
  '=%ED%A0%80',
  '[__proto__]=x',
  '[constructor]=x',
  `=${'x'.repeat(3000)}`,
];

/** Answered in one way or another, but never as if the CMS were broken. */
export const ODD: readonly string[] = LISTS.flatMap((list) =>
  PARAMETERS.flatMap((name) => ODD_VALUES.map((value) => `${list}?${name}${value}`)),
);

/** Values of every form, one of which fits any attribute and the others do not. */
export const ODD_JSON: readonly string[] = [
  '1',
  '1e300',
  '99999999999999999999',
  'true',
  '"x"',
  '"2020-13-45"',
  '"a\\u0000b"',
  '"\\ud800"',
  `"${'x'.repeat(30_000)}"`,
  '{}',
  '[]',
  '[1]',
  '[[]]',
  '[null]',
  '[{"id":"x"}]',
  '[{"label":{}}]',
  '{"connect":"x"}',
  '{"connect":[{"id":"x"}]}',
  '{"connect":[{"documentId":"x","position":"x"}]}',
  '{"disconnect":[{}]}',
  '{"set":[{"id":99999999999999}]}',
  '[{"type":"paragraph","children":"x"}]',
];

/** Bodies that hold for no door. */
export const ODD_BODIES: readonly string[] = [
  '[1]',
  '[]',
  '{}',
  '{"id":1}',
  '{"id":{}}',
  '{"documentIds":[{}]}',
  '{"fileIds":["x"],"folderIds":["x"]}',
  '{"name":"x","parent":{}}',
  '{"firstname":"a\\u0000"}',
  '{"permissions":"x"}',
  '{"email":{"a":1}}',
];
