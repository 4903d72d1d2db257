/** The countries whose towns the platform is about; all others are drawn as "far" land. */
export const region: ReadonlyMap<string, string> = new Map([
  ['Albania', 'AL'],
  ['Bosnia and Herz.', 'BA'],
  ['Bulgaria', 'BG'],
  ['Croatia', 'HR'],
  ['Greece', 'GR'],
  ['Italy', 'IT'],
  ['Kosovo', 'XK'],
  ['Macedonia', 'MK'],
  ['Moldova', 'MD'],
  ['Montenegro', 'ME'],
  ['Romania', 'RO'],
  ['San Marino', 'SM'],
  ['Serbia', 'RS'],
  ['Slovenia', 'SI'],
  ['Vatican', 'VA'],
]);

/** Far countries that are named where they are seen. */
export const neighbours: ReadonlyMap<string, string> = new Map([
  ['Austria', 'AT'],
  ['Hungary', 'HU'],
  ['Turkey', 'TR'],
  ['Ukraine', 'UA'],
]);
